import { snippetCompletions } from '../../server/features/completions/snippetCompletion';
import type { Snippet } from '../../server/features/snippets/snippet';
import { defaultText } from '../../server/features/snippets/snippetText';
import { builtInWorkloadKinds } from '../../server/manifests/kinds/workloadKinds';
import type { BlockLayout } from '../../server/yaml/typing/outlineLayout';
import { cursorMark, surroundingsOf } from './surroundings';

/** What becomes of a snippet's surroundings when it is chosen there, with its defaults; undefined where it isn't offered. */
export function insertedText(snippet: Snippet, layout: BlockLayout): string | undefined {
  const marked = surroundingsOf(snippet, layout);
  const offset = marked.indexOf(cursorMark);
  const text = marked.replace(cursorMark, '');
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const source = { uri: 'file:///web.yaml', text, workloadKinds: builtInWorkloadKinds };
  const style = { indent: layout.indent, insertsAsIs: true };
  const edit = snippetCompletions({ source, position, offset }, [snippet], style)[0]?.textEdit;
  return edit && text.slice(0, offset) + defaultText(edit.newText) + text.slice(offset);
}
