import type { RenderedPiece } from '../../rendering/charts/origins/renderedPieces';
import { renderedPieces } from '../../rendering/charts/origins/renderedPieces';
import type { Text } from '../../rendering/charts/values/value';
import { lineStarts } from '../../yaml/parsing/lines';

/** What an action of a template has written, each time that it was executed, the same text once. */
export interface WrittenValue {
  /** Where the action stands in its file. */
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
}

/** So many different texts of an action are kept. */
const mostTexts = 20;

/**
 * What the actions of a file have written, in their order; what is random or of the day is left out.
 *
 * @param shown the rendered text as it may be shown, every character at its place
 */
export function writtenValues(rendered: Text, shown: string, path: string): WrittenValue[] {
  const starts = lineStarts(rendered.text);
  const found = new Map<string, { start: number; end: number; texts: Set<string> }>();
  let writing: { key: string; start: number; end: number; from: number } | undefined;
  const finish = (to: number) => {
    if (!writing) return;
    const { key, start, end, from } = writing;
    const known = found.get(key) ?? { start, end, texts: new Set() };
    if (known.texts.size < mostTexts) known.texts.add(shown.slice(from, to).trimEnd());
    found.set(key, known);
    writing = undefined;
  };
  for (const piece of renderedPieces(rendered)) {
    const action = piece.isUnknown ? undefined : actionIn(piece, path);
    const offset = (starts[piece.line] ?? 0) + piece.character;
    const key = action && `${action.start} ${action.end}`;
    if (key === writing?.key) continue;
    finish(offset);
    if (action && key !== undefined) writing = { key, start: action.start, end: action.end, from: offset };
  }
  finish(shown.length);
  return [...found.values()]
    .map(({ start, end, texts }) => ({ start, end, texts: [...texts] }))
    .sort((one, other) => one.start - other.start);
}

/** The action of a file that wrote a piece: of several the outermost. */
function actionIn({ places }: RenderedPiece, path: string) {
  return places.findLast(({ file, start, end }) => file.path === path && isAction(file.text, start, end));
}

function isAction(text: string, start: number, end: number): boolean {
  return text.startsWith('{{', start) && text.endsWith('}}', end);
}
