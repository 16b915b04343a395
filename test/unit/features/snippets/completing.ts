import { snippetCompletions } from '../../../../server/features/completions/snippetCompletion';
import { defaultText } from '../../../../server/features/snippets/snippetText';
import { shippedSnippets } from '../../../snippets/shippedSnippets';
import { optionsWith } from '../../lint/linting';

/** A text with `‸` where the cursor stands. */
export interface Completing {
  readonly uri?: string;
  readonly indent?: number;
  readonly insertsAsIs?: boolean;
}

/** The snippets offered at the cursor, by their first prefix, with the text each would make. */
export function offeredAt(
  marked: string,
  { uri = 'file:///web.yaml', indent = 2, insertsAsIs = true }: Completing = {},
) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const { workloadKinds } = optionsWith();
  const items = snippetCompletions({ source: { uri, text, workloadKinds }, position, offset }, shippedSnippets, {
    indent,
    insertsAsIs,
  });
  return new Map(
    items.map((item) => {
      const edit = item.textEdit;
      if (!edit || !('range' in edit)) throw new Error('An item has no edit.');
      const start = offset - (position.character - edit.range.start.character);
      return [item.label, text.slice(0, start) + defaultText(edit.newText) + text.slice(offset)];
    }),
  );
}

/** The first prefixes of what is offered. */
export function prefixesAt(marked: string, completing?: Completing): string[] {
  return [...offeredAt(marked, completing).keys()];
}
