import { continuedTexts } from './continuations';
import type { Insertion } from './insertions';
import { columnAt, lineStartAt, nextLineAt } from './lines';

/** How much longer a text may become: lines far to the right would make it huge. */
const mostGrowth = 200_000;

/**
 * The spaces that make the lines of flow collections and quoted text as deep as YAML 1.2 wants them; undefined for a text
 * that has no such lines.
 */
export function indentations(text: string): readonly Insertion[] | undefined {
  const insertions: Insertion[] = [];
  let growth = 0;
  for (const { start, end, isBelowKey } of continuedTexts(text)) {
    const spaces = ' '.repeat(columnAt(text, start) + 1);
    const first = isBelowKey ? lineStartAt(text, start) : nextLineAt(text, start);
    for (let at = first; at < end; at = nextLineAt(text, at)) {
      insertions.push({ at, text: spaces });
      growth += spaces.length;
      if (growth > mostGrowth) return undefined;
    }
  }
  return insertions.length > 0 ? insertions : undefined;
}
