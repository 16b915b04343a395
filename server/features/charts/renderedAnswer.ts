import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import type { RenderedBasis, RenderedChart, RenderedFinding } from '../../protocol/renderedChart';
import type { Place } from '../../rendering/charts/origins/place';
import { type RenderedPiece, renderedPieces } from '../../rendering/charts/origins/renderedPieces';
import type { SourceFile } from '../../rendering/charts/origins/source';
import { trace } from '../../rendering/charts/origins/trace';
import type { Text } from '../../rendering/charts/values/value';
import { joined } from '../../workspace/uris';
import { lineStarts, type Position, positionAt } from '../../yaml/parsing/lines';
import { rulePage } from '../explanations/rulePage';
import { placedFindings } from '../places/positions';
import { type ChartToShow, chartPreview } from './chartPreview';

/** A chart to show, and what is said of it. */
export interface AskedChart {
  readonly chart: ChartToShow;
  readonly basis: RenderedBasis;
  /** Undefined where nothing is to be found. */
  readonly options: LintOptions | undefined;
  /** The texts of files that hold values as a part of theirs, by their paths. */
  readonly containing: ReadonlyMap<string, string>;
  readonly rulePages: string | undefined;
}

/** What a chart renders, with the places that say it and what is found in it, as a client is told. */
export function renderedAnswer({ chart, basis, options, containing, rulePages }: AskedChart): RenderedChart {
  const preview = chartPreview(chart);
  const starts = startsOfLines(containing);
  if (preview.state === 'refused') {
    const { reason, message, place } = preview;
    const uri = place && addressOf(place.file, basis.folder);
    const told = place && uri !== undefined ? { place: { uri, ...rangeOf(place, starts(place.file)) } } : {};
    return { state: 'refused', ...basis, reason, message, ...told };
  }
  const { text } = preview;
  const linted = options && lint({ name: basis.path, text: text.text }, options);
  return {
    state: 'rendered',
    ...basis,
    text: text.text,
    ...packed(renderedPieces(text), basis.folder, starts),
    findings: linted ? findingsIn(linted, text, rulePages) : [],
  };
}

/** The starts of the lines of files, each read once. */
type Starts = (file: SourceFile) => readonly number[];

function startsOfLines(containing: ReadonlyMap<string, string>): Starts {
  const known = new Map<SourceFile, readonly number[]>();
  return (file) => {
    const text = file.placeInFile ? (containing.get(file.path) ?? '') : file.text;
    const starts = known.get(file) ?? lineStarts(text);
    known.set(file, starts);
    return starts;
  };
}

/** The address of a file that can be opened: none of those in packed charts can. */
function addressOf({ path }: SourceFile, folder: string): string | undefined {
  return path.includes('.tgz!') ? undefined : joined(folder, path);
}

function packed(pieces: readonly RenderedPiece[], folder: string, starts: Starts) {
  const files: string[] = [];
  const indexes = new Map<string, number>();
  const numbers: number[] = [];
  for (const { line, character, places } of pieces) {
    for (const [rank, place] of places.entries()) {
      const uri = addressOf(place.file, folder);
      if (uri === undefined) continue;
      let index = indexes.get(uri);
      if (index === undefined) {
        index = files.push(uri) - 1;
        indexes.set(uri, index);
      }
      const { start, end } = rangeOf(place, starts(place.file));
      numbers.push(line, character, index, rank, start.line, start.character, end.line, end.character);
    }
  }
  return { files, pieces: numbers };
}

function rangeOf({ file, start, end }: Place, starts: readonly number[]): { start: Position; end: Position } {
  const { placeInFile = (offset: number) => offset } = file;
  return { start: positionAt(starts, placeInFile(start)), end: positionAt(starts, placeInFile(end)) };
}

/** What rules find in a rendered text, but for what is random or of the day. */
function findingsIn(linted: LintedText, text: Text, rulePages: string | undefined): RenderedFinding[] {
  const starts = lineStarts(text.text);
  return placedFindings(linted).flatMap(({ finding, range: { start, end } }) => {
    const { rule, message, severity } = finding;
    const isUnknown = trace(text.source, (starts[start.line] ?? 0) + start.character).isUnknown;
    return isUnknown ? [] : [{ rule: rule.id, page: rulePage(rule, rulePages), message, severity, start, end }];
  });
}
