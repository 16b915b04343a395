import type { Overruling } from '../configuration/effectiveOptions';
import { fixesWithin, type HardenLevel } from '../fixes/hardening';
import { mend } from '../fixes/mend';
import { withoutKnown } from '../lint/knownFindings';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { printableError } from '../lint/printable';
import { isTextReadWhole } from '../lint/readWhole';
import { hideSecrets, withoutShapedSecrets } from '../manifests/secrets/hideSecrets';
import type { FileWriter } from '../workspace/disk/fileWriter';
import { type ReadBytes, readBytes } from '../workspace/disk/readBytes';
import { decode, type Encoding, encode, largestFile, tooLarge } from '../workspace/disk/textFile';
import type { FoundFile } from '../workspace/disk/walk';
import { sha256 } from '../workspace/nodeHash';
import { isTemplated } from '../yaml/templates';
import type { Configurations } from './configurations';
import { offerOf } from './offer';
import type { Mending, Outcome } from './report';
import { reportedFindings, type Shown } from './reportedFindings';

/** What is to be done with each file. Plain data, so that it can be handed to other threads. */
export interface Job {
  readonly currentFolder: string;
  /** Absolute path of the baseline that counts in place of the configurations'; empty for none at all. */
  readonly baseline: string | undefined;
  readonly overruling: Overruling;
  readonly fixes: 'left' | 'written' | 'shown';
  readonly harden: HardenLevel | undefined;
  readonly shown: Shown & { readonly offers: boolean };
}

/** Something that can be checked: a file, or what stands for one. */
export type Source = Pick<FoundFile, 'path' | 'name' | 'isNamed'> & {
  readonly read: () => ReadBytes;
  /** Takes what was read and the mended bytes; gives back why these could not be written. */
  readonly write: (before: Buffer, after: Buffer) => Promise<string | undefined>;
};

/** What checks files, in one thread. */
export interface Checker {
  readonly job: Job;
  readonly known: Configurations;
  /** Loaded with the first file that is written. */
  readonly writer: () => Promise<FileWriter>;
}

/** Reads, lints and, if asked for, mends a file. */
export async function checkFile(file: FoundFile, { job, known, writer }: Checker): Promise<Outcome> {
  if (file.size > largestFile) return { state: 'unreadable', reason: tooLarge(file.size) };
  const { path, root, isNamed } = file;
  const write = async (before: Buffer, after: Buffer) => (await writer()).replace({ path, root, before, after });
  return check({ ...file, read: () => readBytes(path, { takesPipes: isNamed }), write }, job, known);
}

/** Reads, lints and, if asked for, mends a source. Whatever goes wrong becomes its outcome. */
export async function check(source: Source, job: Job, known: Configurations): Promise<Outcome> {
  try {
    return await checkSafely(source, job, known);
  } catch (error) {
    return { state: 'crashed', error: withoutShapedSecrets(printableError(error)) };
  }
}

async function checkSafely(source: Source, job: Job, known: Configurations): Promise<Outcome> {
  const { path, isNamed } = source;
  const { options, configurationName = '', isSound, quiet } = await known.configured({ path, isNamed, isShown: true });
  const shown = (linted: LintedText) => (quiet ? withoutKnown(linted, quiet, sha256) : linted);
  if (options.state === 'excluded') return isNamed ? { state: 'excluded', by: configurationName } : leftOut;
  const read = source.read();
  if (read.state === 'gone') return { state: 'unreadable', reason: `could not be read: ${read.reason}` };
  if (read.state === 'unreadable') return read;
  const decoded = decode(read.bytes);
  if (decoded.text === undefined) return { state: 'unreadable', reason: decoded.reason };
  const { text, encoding } = decoded;
  if (!isNamed && isOtherJson(path, text)) return leftOut;
  if (job.fixes === 'left') return outcomeOf(shown(lint(text, options.options)), job, undefined);
  if (isSound)
    return checkAndMend(source, { bytes: read.bytes, text, encoding }, { options: options.options, shown }, job);
  const failure = `was not fixed, since ${configurationName} has mistakes`;
  return outcomeOf(shown(lint(text, options.options)), job, { ...unchanged, failure });
}

const leftOut: Outcome = { state: 'left out' };

const unchanged: Mending = { applied: 0, diff: '', withheld: [], failure: undefined };

async function checkAndMend(
  source: Source,
  { bytes, text, encoding }: { readonly bytes: Buffer; readonly text: string; readonly encoding: Encoding },
  { options, shown }: { readonly options: LintOptions; readonly shown: (linted: LintedText) => LintedText },
  job: Job,
): Promise<Outcome> {
  const linted = lint(text, options);
  const mended = mend(text, linted, fixesWithin(job.harden), shown);
  if (!isTextReadWhole(linted) && (mended.text !== text || !isTemplated(text))) {
    const failure = `was not fixed, since it ${isTemplated(text) ? "is a template that can't be read as YAML" : 'is not valid YAML'}`;
    return outcomeOf(shown(linted), job, { ...unchanged, failure });
  }
  const left = shown(mended.linted);
  const mending: Mending = { ...unchanged, applied: mended.mended.length };
  if (mended.text === text) return outcomeOf(left, job, mending);
  if (job.fixes === 'shown') {
    const { unifiedDiff } = await import('./unifiedDiff');
    const versionOf = (written: string) => ({ text: written, shown: hideSecrets(written, options.workloadKinds) });
    const shownDiff = unifiedDiff(source.name, versionOf(text), versionOf(mended.text), encoding);
    return outcomeOf(left, job, { ...mending, ...shownDiff });
  }
  const failure = await source.write(bytes, encode(mended.text, encoding));
  if (failure === undefined) return outcomeOf(left, job, mending);
  return outcomeOf(shown(lint(text, options)), job, { ...unchanged, failure });
}

async function outcomeOf(linted: LintedText, job: Job, mending: Mending | undefined): Promise<Outcome> {
  const findings = await reportedFindings(linted, job.shown);
  const done = job.fixes === 'left' ? undefined : fixesWithin(job.harden);
  const offer = job.shown.offers ? offerOf(linted, done) : { count: 0, harden: undefined };
  return { state: 'linted', findings, mending, offer };
}

/** True for JSON that was found in a folder and is no manifest: package.json and its like. */
function isOtherJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) && !(text.includes('"apiVersion"') && text.includes('"kind"'));
}
