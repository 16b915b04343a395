import { readOnce } from '../../../readOnce';
import { parseTree } from '../../../yaml/read/tree';
import { type Meaning, meaningOf } from '../../../yaml/write/meaning';
import type { Text } from '../../charts/values/value';

/** A document that a chart renders. */
export interface RenderedDocument {
  /** The template that rendered it, as helm names it. */
  readonly path: string;
  /** Where it stands in all that is rendered. */
  readonly start: number;
  readonly text: string;
}

/** The documents of all that a chart renders, as helm splits it. */
export const renderedDocuments = readOnce(({ text }: Text): readonly RenderedDocument[] => {
  const heads = [...text.matchAll(/^---\n# Source: (.+)\n/gm)];
  return heads.map((head, index) => ({
    path: head[1] ?? '',
    start: head.index,
    text: text.slice(head.index, heads[index + 1]?.index),
  }));
});

/** What a document means; undefined for one that can't be read whole. */
export const meaningOfDocument = readOnce(({ text }: Pick<RenderedDocument, 'text'>): Meaning | undefined => {
  const parsed = parseTree({ variants: [text], ways: [], gaps: [] }, 0, text);
  if (parsed.outcome !== 'parsed' || parsed.tree.faults.length > 0) return undefined;
  return meaningOf(parsed.tree.root);
});

/** A member of a mapping that is a string. */
export function saidBy(meaning: Meaning | undefined, ...names: readonly string[]): string | undefined {
  let at = meaning;
  for (const name of names) {
    at = at && 'mapping' in at ? at.mapping.findLast(({ key }) => key === name)?.value : undefined;
  }
  return at && 'scalar' in at && typeof at.scalar === 'string' ? at.scalar : undefined;
}
