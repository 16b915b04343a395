import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import { encloses, overlap } from '../../yaml/parsing/ranges';
import { type RenderedLiterals, renderedLiterals, unrenderedFindings } from './coverage';
import type { JudgedChart, PlacedFinding } from './judgeChart';
import { inOwnFiles } from './packedCharts';
import { type Refusal, refusalsOf } from './refusals';
import { applyChartSilences, type LintedFiles, silenceKey, type UsedSilences } from './silences';

/** What there is to show in each file of a chart. */
export interface ChartView {
  /** What nobody keeps quiet, wherever it is told. */
  readonly findings: readonly PlacedFinding[];
  /** What the chart's objects show in a file, in the order of its text. */
  readonly placedIn: (path: string) => readonly PlacedFinding[];
  /** A file's text, as it was linted by itself, without what is told as rendered. */
  readonly ownFindings: (path: string, linted: LintedText) => LintedText;
  /** What values files are told of that a template's actions write. */
  readonly ledToFrom: (path: string) => readonly PlacedFinding[];
  /** What keeps the chart from being rendered, told in a file. */
  readonly refusedIn: (path: string) => readonly Refusal[];
  /** The files that there is something to show in. */
  readonly paths: readonly string[];
}

/** Sorts what was found in a chart by the files that it is told in. */
export function chartView(judged: JudgedChart, files: LintedFiles): ChartView {
  const { findings, used } = applyChartSilences(judged.findings, judged.rendered, files);
  const byFile = new Map<string, PlacedFinding[]>();
  for (const found of inOwnFiles(findings, judged.fileAt)) {
    const { path } = found.told.place.file;
    const known = byFile.get(path);
    if (known) known.push(found);
    else byFile.set(path, [found]);
  }
  for (const found of byFile.values()) found.sort((a, b) => a.told.place.start - b.told.place.start);
  const refusals = refusalsOf(judged);
  let literals: RenderedLiterals | undefined;
  return {
    findings,
    paths: [...new Set([...byFile.keys(), ...refusals.map(({ place }) => place.file.path)])],
    refusedIn: (path) => refusals.filter(({ place }) => place.file.path === path),
    placedIn: (path) => byFile.get(path) ?? [],
    ledToFrom: (path) =>
      findings.filter(({ told: { way, value } }) => value !== undefined && way[0]?.file.path === path),
    ownFindings(path, linted) {
      if (judged.rendered.length === 0) return linted;
      literals ??= renderedLiterals(judged.rendered);
      const placed = byFile.get(path) ?? [];
      return withoutTold(unrenderedFindings(linted, literals.get(path)), path, placed, used);
    },
  };
}

/** Without what is told of the same characters as rendered, and without complaints about silences that do something. */
function withoutTold(
  linted: LintedText,
  path: string,
  placed: readonly PlacedFinding[],
  used: UsedSilences,
): LintedText {
  const documents = linted.documents.map((one) => {
    const { document, start } = one;
    const { silences } = document.reading;
    const isNeeded = ({ rule, range }: Finding) =>
      rule.id === 'unused-ignore' &&
      silences.some(
        (silence) =>
          encloses(silence, range) &&
          silence.rules.some(
            (named) => encloses(named, range) && used.get(silenceKey(path, start + silence.start))?.has(named.id),
          ),
      );
    const isTold = ({ rule, range }: Finding) =>
      placed.some(
        ({ finding, told: { place } }) =>
          finding.rule === rule && overlap(place, { start: start + range.start, end: start + range.end }),
      );
    const findings = document.findings.filter((finding) => !isNeeded(finding) && !isTold(finding));
    return findings.length === document.findings.length ? one : { ...one, document: { ...document, findings } };
  });
  return { ...linted, documents };
}
