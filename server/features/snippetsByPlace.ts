import type { Position } from 'vscode-languageserver-types';
import type { SnippetPlacement } from '../protocol/snippets';
import { lineStarts } from '../yaml/parsing/lines';
import { placeSnippet } from './snippetPlacement';
import type { Snippet } from './snippets/snippet';
import { documentAround, type SnippetText, snippetPlaces } from './snippets/snippetPlace';

/**
 * Snippets in the order in which somebody at the cursor may want them: parts of what the cursor stands in, other parts
 * that have a place, whole documents, then what would need a choice or a file of its own, and last what has no place.
 */
export function snippetsByPlace(
  source: SnippetText,
  { line, character }: Position,
  snippets: readonly Snippet[],
  indent: number,
): readonly Snippet[] {
  const offset = (lineStarts(source.text)[line] ?? 0) + character;
  const places = snippetPlaces(source, documentAround(source.text, offset, line), line, character);
  const ranked = snippets.map((snippet) => {
    const isHere = places.some(({ fits }) => fits(snippet));
    return { snippet, rank: rankOf(snippet, placeSnippet(source, line, snippet, indent), isHere) };
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ snippet }) => snippet);
}

function rankOf({ fits }: Snippet, { outcome }: SnippetPlacement, isHere: boolean): number {
  switch (outcome) {
    case 'edits':
      // An empty file takes documents of Falco as well, which fewer people want.
      if (fits === 'document') return 2;
      if (fits.startsWith('falco')) return 3;
      return isHere ? 0 : 1;
    case 'choice':
      return 4;
    case 'new file':
      return 5;
    case 'nothing':
      return 6;
  }
}
