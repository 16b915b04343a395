import { lint } from '../../../lint/lint';
import { blankBehind, markedText, readBlanks } from '../../../yaml/parsing/blank';
import { lineStartAt, nextLineAt } from '../../../yaml/parsing/lines';
import { fileOffset } from '../../../yaml/parsing/offsets';
import { applyTextEdits } from '../../../yaml/write/renderEdits';
import type { FileEdit } from '../../../yaml/write/rendering';
import { isPackedPath, isTemplatePath } from '../../charts/chart/chartPaths';
import type { Place } from '../../charts/origins/place';
import type { ChartToJudge, JudgedChart, PlacedFinding } from '../judgeChart';
import { applyChartSilences } from '../silences';
import type { ChartFileEdits } from './chartFixes';
import type { FileChange } from './fileChanges';
import { renderedAgain } from './proof';

/** A way to keep a finding quiet where it is told. */
export interface ChartSilencing {
  readonly title: string;
  /** What is written, and where. */
  readonly written: string;
  readonly files: readonly ChartFileEdits[];
}

/**
 * The ways to keep a finding of a chart quiet: a comment on the line that it is told on, which changes nothing that is rendered
 * and is read again as what it is meant for.
 *
 * @param asksWhy whether the reason can be left blank for the user to fill in
 */
export function chartSilencing(
  chart: ChartToJudge,
  judged: JudgedChart,
  found: PlacedFinding,
  asksWhy: boolean,
): ChartSilencing[] {
  const { place } = found.told;
  const { file } = place;
  // JSON has no comments.
  const isJson = /\.json$/i.test(file.path) && !isTemplatePath(file.path);
  if (file.placeInFile || isPackedPath(file.path) || isJson) return [];
  const { id } = found.finding.rule;
  const edit = editsFor(place, id, asksWhy).find((one) => {
    const text = applyTextEdits(file.text, [one]);
    const change: FileChange = { file, edits: [one], text };
    return isReadAgain(found, change) && rendersTheSame(chart, judged, change);
  });
  if (!edit) return [];
  const files = [{ path: file.path, edits: [edit] }];
  return [{ title: `Ignore ${id} here`, written: 'A comment in the file, for its line alone', files }];
}

/** Comments that could do it, the best first. */
function editsFor({ file: { path, text }, start }: Place, id: string, asksWhy: boolean): FileEdit[] {
  const lineStart = lineStartAt(text, start);
  const line = text.slice(lineStart, nextLineAt(text, lineStart));
  const content = line.trimEnd();
  const end = lineStart + content.length;
  const known = /\bseaworthy-ignore:?\s+[\w-]+(?:\s*,\s*[\w-]+)*/.exec(content);
  if (known) return [insertion(lineStart + known.index + known[0].length, `, ${id}`)];
  const reasoned = (words: string) => markedText(asksWhy ? blankBehind(`${words} -- `, 'say why') : words);
  if (isTemplatePath(path)) return [insertion(end, `${reasoned(` {{- /* seaworthy-ignore ${id}`)} */}}`)];
  const lineEnd = line.slice(content.length).replace(/^[ \t]+/, '') || '\n';
  const indent = /^[\s-]*/.exec(content)?.[0].replaceAll('-', ' ') ?? '';
  const above = insertion(lineStart, reasoned(`${indent}# seaworthy-ignore-next-line ${id}`) + lineEnd);
  return /\s#/.test(content) ? [above] : [insertion(end, reasoned(` # seaworthy-ignore ${id}`)), above];
}

function insertion(at: number, marked: string): FileEdit {
  const { text: newText, blanks } = readBlanks(marked);
  const start = fileOffset(at);
  return { start, end: start, newText, ...(blanks.length > 0 && { blanks }) };
}

function isReadAgain(found: PlacedFinding, { file, edits: [edit], text }: FileChange): boolean {
  const { start, end } = found.told.place;
  const shift = edit && edit.start <= start ? edit.newText.length : 0;
  const place = { file: { ...file, text }, start: start + shift, end: end + shift };
  const moved = { ...found, told: { ...found.told, place, way: [] } };
  const linted = lint({ name: file.path, text }, { ...found.rendered.linted.options, requiresReasons: false });
  const { findings } = applyChartSilences([moved], [], (path) => (path === file.path ? linted : undefined));
  return findings.length === 0;
}

function rendersTheSame(chart: ChartToJudge, judged: JudgedChart, change: FileChange): boolean {
  return [...renderedAgain(chart, judged, [change])].every(({ before, text }) => text?.text === before.text.text);
}
