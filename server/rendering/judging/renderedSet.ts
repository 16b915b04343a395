import { judgeText, type LintedText } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import { readTogether } from '../../lint/readTogether';
import type { AbsentDependency } from '../charts/chart/dependencies';
import { headOf } from '../charts/output/assemble';
import type { Sorted } from '../charts/output/manifests';
import type { Rendered } from '../charts/renderChart';
import type { Text } from '../charts/values/value';
import type { ValuesSet } from '../charts/valuesSet';

/** A chart as one of its values sets renders it. */
export interface RenderedSet {
  readonly set: ValuesSet;
  /** All that is installed, one document after the other. Put together when somebody asks: editors look at few documents. */
  readonly text: Text;
  /** The same document by document, in its order. */
  readonly pieces: readonly RenderedPiece[];
  /** What was found, with places in `text`. */
  readonly linted: LintedText;
  /** The dependencies that aren't there. */
  readonly absent: readonly AbsentDependency[];
}

/** A document that is rendered, with the place where it starts among all of them. */
export interface RenderedPiece {
  readonly start: number;
  readonly text: Text;
}

/**
 * Judges what a values set renders.
 *
 * @param before what the same or another set has rendered, whose documents are taken over where they say the same
 */
export function renderedSet(
  set: ValuesSet,
  rendered: Extract<Rendered, { readonly state: 'rendered' }>,
  options: LintOptions,
  before: LintedText | undefined,
): RenderedSet {
  const pieces = piecesOf(rendered.documents);
  const parts = pieces.map(({ start, text }) => ({ start, text: text.text }));
  const linted = judgeText(readTogether(parts, options, before));
  return {
    set,
    pieces,
    linted,
    absent: rendered.absent,
    get text() {
      return rendered.text;
    },
  };
}

function piecesOf({ manifests, hooks }: Sorted): RenderedPiece[] {
  let at = 0;
  const pieces: RenderedPiece[] = [];
  for (const manifest of [...manifests, ...hooks]) {
    const start = at + headOf(manifest).length;
    pieces.push({ start, text: manifest.text });
    at = start + manifest.text.text.length + 1;
  }
  return pieces;
}

/** The piece that an offset of a rendered text stands in. */
export function pieceAt(pieces: readonly RenderedPiece[], offset: number): RenderedPiece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
