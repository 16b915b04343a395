import type { Overruling } from '../configuration/effectiveOptions';
import { isOtherJson } from '../documents/kindOf';
import { fixesWithin, type HardenLevel } from '../fixes/hardening';
import { mendFile } from '../fixes/mendFile';
import { judgeText, type LintedText, lint, type ReadText, readText } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { printableError } from '../lint/printable';
import type { Surroundings } from '../lint/surroundings';
import { hideSecrets, withoutShapedSecrets } from '../manifests/secrets/hideSecrets';
import type { FileWriter } from '../workspace/disk/fileWriter';
import { type ReadBytes, readBytes } from '../workspace/disk/readBytes';
import { decode, type Encoding, encode, largestFile, tooLarge } from '../workspace/disk/textFile';
import { shownOf } from '../workspace/judge/judgedFile';
import type { ChartPart, ChartParts } from './charts/chartParts';
import type { ChartRendering } from './charts/chartValues';
import type { Configurations, ConfiguredFile } from './configurations';
import type { Means } from './means';
import { offerOf } from './offer';
import type { PlannedFile } from './plannedFile';
import { byReportedPlace, type Mending, type Outcome } from './report';
import { reportedFindings, type Shown } from './reportedFindings';

/** What is to be done with each file. Plain data, so that it can be handed to other threads. */
export interface Job {
  readonly currentFolder: string;
  /** Absolute path of the baseline that counts in place of the configurations'; empty for none at all. */
  readonly baseline: string | undefined;
  readonly overruling: Overruling;
  readonly fixes: 'left' | 'written' | 'shown';
  readonly harden: HardenLevel | undefined;
  /** Undefined where charts are read and not rendered. */
  readonly charts: ChartRendering | undefined;
  readonly shown: Shown & { readonly offers: boolean };
}

/** Something that can be checked: a file, or what stands for one. */
export type Source = Pick<PlannedFile, 'path' | 'name' | 'isNamed' | 'isShown'> & {
  readonly read: () => ReadBytes;
  /** Takes what was read and the mended bytes; gives back why these could not be written. */
  readonly write: (before: Buffer, after: Buffer) => Promise<string | undefined>;
};

/** What checks files, in one thread. */
export interface Checker {
  readonly job: Job;
  readonly known: Configurations;
  /** Loaded with the first file of a chart. */
  readonly charts: () => Promise<ChartParts | undefined>;
  /** Loaded with the first file that is written. */
  readonly writer: () => Promise<FileWriter>;
  readonly hash: Means['hash'];
}

/** What became of a source that was read. */
export type SourceReading = { readonly state: 'done'; readonly outcome: Outcome } | ReadSource;

/** A source that is still to be judged. */
export interface ReadSource {
  readonly state: 'read';
  readonly source: Source;
  readonly bytes: Buffer;
  readonly text: string;
  readonly encoding: Encoding;
  readonly options: LintOptions;
  readonly configured: ConfiguredFile;
  readonly hash: Means['hash'];
}

/** The source that a file is. */
export function sourceOf(file: PlannedFile, writer: Checker['writer']): Source {
  const { path, name, root, isNamed, isShown, size } = file;
  return {
    path,
    name,
    isNamed,
    isShown,
    read: () =>
      size > largestFile ? { state: 'unreadable', reason: tooLarge(size) } : readBytes(path, { takesPipes: isNamed }),
    write: async (before, after) => (await writer()).replace({ path, root, before, after }),
  };
}

/** Reads a source. */
export async function readSource(source: Source, { known, hash }: Checker): Promise<SourceReading> {
  const { path, isNamed } = source;
  const configured = await known.configured(source);
  const { options, configurationName = '' } = configured;
  const done = (outcome: Outcome): SourceReading => ({ state: 'done', outcome });
  if (options.state === 'excluded') return done(isNamed ? { state: 'excluded', by: configurationName } : leftOut);
  const read = source.read();
  if (read.state === 'gone') return done({ state: 'unreadable', reason: `could not be read: ${read.reason}` });
  if (read.state === 'unreadable') return done(read);
  const decoded = decode(read.bytes);
  if (decoded.text === undefined) return done({ state: 'unreadable', reason: decoded.reason });
  const { text, encoding } = decoded;
  if (!isNamed && isOtherJson({ name: path, text })) return done(leftOut);
  return { state: 'read', source, bytes: read.bytes, text, encoding, options: options.options, configured, hash };
}

/**
 * Judges a source that was read and, if asked for, mends it.
 *
 * @param read what was read of its text already
 * @param chart what the chart says that renders it
 */
export async function judgeSource(
  source: ReadSource,
  job: Job,
  surroundings: Surroundings | undefined,
  read: ReadText = readText({ name: source.source.path, text: source.text }, source.options),
  chart?: ChartPart,
): Promise<Outcome> {
  const { configurationName, isSound, quiet } = source.configured;
  const hashOf = quiet && (await source.hash());
  const shown = (linted: LintedText) => {
    const own = chart ? chart.ownFindings(linted) : linted;
    return hashOf ? shownOf(own, quiet, hashOf) : own;
  };
  const linted = judgeText(read, surroundings);
  const outcome = reporting(job, source.hash, chart);
  if (job.fixes === 'left') return outcome(shown(linted), undefined);
  if (isSound) return mended(source, linted, shown, { job, chart });
  const failure = `was not fixed, since ${configurationName} has mistakes`;
  return outcome(shown(linted), { ...unchanged, failure });
}

/** What whatever goes wrong becomes. */
export function crashOf(error: unknown): Outcome {
  return { state: 'crashed', error: withoutShapedSecrets(printableError(error)) };
}

const leftOut: Outcome = { state: 'left out' };

const unchanged: Mending = { applied: 0, diff: '', withheld: [], failure: undefined };

async function mended(
  { source, bytes, text, encoding, options, hash }: ReadSource,
  linted: LintedText,
  shown: (linted: LintedText) => LintedText,
  { job, chart }: { readonly job: Job; readonly chart: ChartPart | undefined },
): Promise<Outcome> {
  const outcome = reporting(job, hash, chart);
  const relint = (changed: string) =>
    lint({ name: source.path, text: changed }, options, undefined, linted.surroundings);
  // What the chart renders is mended first: it is proven for the files as they are.
  const ofChart = chart?.mended?.text?.before === text ? chart.mended.text.after : text;
  const start = ofChart === text ? linted : relint(ofChart);
  const own = mendFile(ofChart, start, fixesWithin(job.harden), shown);
  if (own.state === 'refused' && ofChart === text) {
    return outcome(shown(linted), { ...unchanged, failure: own.reason });
  }
  const after = own.state === 'refused' ? { text: ofChart, linted: start, mended: [] } : own;
  const left = shown(after.linted);
  const mending: Mending = { ...unchanged, applied: after.mended.length + (chart?.mended?.applied ?? 0) };
  if (after.text === text) return outcome(left, mending);
  if (job.fixes === 'shown') {
    const { unifiedDiff } = await import('./unifiedDiff');
    const versionOf = (written: string) => ({ text: written, shown: hideSecrets(written, options.workloadKinds) });
    const shownDiff = unifiedDiff(source.name, versionOf(text), versionOf(after.text), encoding);
    return outcome(left, { ...mending, ...shownDiff });
  }
  const failure = await source.write(bytes, encode(after.text, encoding));
  if (failure === undefined) return outcome(left, mending);
  const before = chart?.mended?.unmended ?? chart;
  return reporting(job, hash, before)(shown(relint(text)), { ...unchanged, failure });
}

/** Makes a report of a linted text, and of what fixes did to it. */
function reporting(job: Job, hash: Means['hash'], chart: ChartPart | undefined) {
  return async (linted: LintedText, mending: Mending | undefined): Promise<Outcome> => {
    const own = await reportedFindings(linted, job.shown, hash);
    const findings = chart ? [...own, ...(await chart.reported(linted))].sort(byReportedPlace) : own;
    const done = job.fixes === 'left' ? undefined : fixesWithin(job.harden);
    if (!job.shown.offers) return { state: 'linted', findings, mending, offer: { count: 0, harden: undefined } };
    const found = linted.documents.flatMap(({ document }) => document.findings);
    const offer = offerOf(chart ? [...found, ...(await chart.placed())] : found, done);
    return { state: 'linted', findings, mending, offer };
  };
}
