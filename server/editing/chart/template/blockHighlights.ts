import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { OpenTemplate } from './openTemplate';

/** The keywords that belong together with the action at an offset: `if`, `else`, `end`. Undefined elsewhere. */
export function blockHighlights(template: OpenTemplate, offset: number): DocumentHighlight[] | undefined {
  const { document, blocks } = template;
  const block = blocks.find(({ marks }) =>
    marks.some(({ word }) => word.start <= offset && offset <= word.start + word.text.length),
  );
  return block?.marks.map(({ word: { start, text } }) => ({
    kind: DocumentHighlightKind.Text,
    range: { start: document.positionAt(start), end: document.positionAt(start + text.length) },
  }));
}
