import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import type { Silence } from '../../lint/silence';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import type { Place } from '../charts/origins/place';
import { trace } from '../charts/origins/trace';
import type { PlacedFinding } from './judgeChart';
import { pieceAt, type RenderedSet } from './renderedSet';

/** The texts of a chart's files as they are linted by themselves, by their paths. */
export type LintedFiles = (path: string) => LintedText | undefined;

/** The silences that keep something quiet that a chart renders: `FILE:OFFSET` → rules. */
export type UsedSilences = ReadonlyMap<string, ReadonlySet<string>>;

/** Takes away what a comment keeps quiet where a finding is told, or in a template on the way there. */
export function applyChartSilences(
  findings: readonly PlacedFinding[],
  rendered: readonly RenderedSet[],
  files: LintedFiles,
): { readonly findings: readonly PlacedFinding[]; readonly used: UsedSilences } {
  const used = new Map<string, Set<string>>();
  const use = (path: string, offset: number, rule: string) => {
    const key = silenceKey(path, offset);
    used.set(key, (used.get(key) ?? new Set()).add(rule));
  };
  for (const set of rendered) noteRendered(set, use);
  const left = findings.filter((found) => {
    const { place, way, value } = found.told;
    const id = found.finding.rule.id;
    // A values file silences what is shown there; a template whatever its lines render.
    const templates = value === undefined ? [place, ...way] : way;
    const matching = [...new Set([place, ...templates])].flatMap((at) => silencesAt(at, found.finding, files));
    for (const { path, offset } of matching) use(path, offset, id);
    return matching.length === 0;
  });
  return { findings: left, used };
}

/** What tells a silence from all others of a chart. */
export function silenceKey(path: string, offset: number): string {
  return `${path}:${offset}`;
}

/** Comments that a template writes into what it renders have done their work there. */
function noteRendered(
  { pieces, linted }: RenderedSet,
  use: (path: string, offset: number, rule: string) => void,
): void {
  for (const { start, document } of linted.documents) {
    for (const { finding, silence } of document.silenced) {
      const piece = pieceAt(pieces, start);
      if (!piece) continue;
      for (const { spot, offset } of trace(piece.text.source, start - piece.start + silence.start).spots) {
        if (offset !== undefined) use(spot.file.path, offset, finding.rule.id);
      }
    }
  }
}

function silencesAt(
  { file, start, end }: Place,
  finding: Finding,
  files: LintedFiles,
): { readonly path: string; readonly offset: number }[] {
  const linted = files(file.path);
  if (!linted) return [];
  const id = finding.rule.id;
  const all = linted.documents.flatMap(({ start: from, document }) =>
    document.reading.silences
      .filter((silence) => counts(silence, linted.options) && silence.rules.some((rule) => rule.id === id))
      .map((silence) => ({ silence, from, document })),
  );
  return all.flatMap(({ silence, from, document }) => {
    const isHere = from <= start && start <= from + document.text.length;
    if (!silence.isForFile && !isHere) return [];
    const starts = lineStarts(document.text);
    const range = { start: start - from, end: end - from };
    const shown = { ...finding, range, start: positionAt(starts, range.start), end: positionAt(starts, range.end) };
    if (!silence.isForFile && !silence.covers(shown)) return [];
    return [{ path: file.path, offset: from + silence.start }];
  });
}

function counts({ reason, written }: Silence, { requiresReasons }: LintOptions): boolean {
  return reason !== undefined || written.as === 'foreign' || !requiresReasons;
}
