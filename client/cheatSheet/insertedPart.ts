import type { Block } from './content';

/** What of a block goes into a manifest, and what it is a part of there; undefined for one that is no part of any. */
export function insertedPart({ text, fits }: Block): { readonly text: string; readonly fits: string } | undefined {
  if (fits === undefined) return undefined;
  // A page shows under which key a part stands; the manifest has that key already.
  const [, below] = (fits === 'pod' && /^spec:\n((?: {2}.*(?:\n|$))+)$/.exec(text)) || [];
  return { fits, text: below === undefined ? text : below.replace(/^ {2}/gm, '') };
}
