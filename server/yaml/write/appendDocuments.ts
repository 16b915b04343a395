import { isMap, type Node } from 'yaml';
import { readBlanks } from '../parsing/blank';
import { splitDocuments } from '../read/documents';
import { parseTree, type Tree } from '../read/tree';
import { maskedText } from '../templates/templates';
import type { PlainValue } from './edits';
import { meaningOf, meaningOfPlain, meansTheSame } from './meaning';
import { type DocumentEdit, keyName } from './rendering';
import { type LayoutStyle, layoutStyle } from './style';
import { isBlock, valueLines } from './writeValue';

/**
 * The edits that write whole documents behind the one at hand; undefined where they can't be: behind JSON and Lists,
 * which hold objects in another way, and where a template decides whether what stands there counts.
 */
export function appendedDocuments(
  tree: Tree,
  root: Node,
  documents: readonly PlainValue[],
): DocumentEdit[] | undefined {
  if (documents.length === 0) return [];
  const { source } = tree;
  const style = layoutStyle(source, root);
  const lastLine = source.trimEnd().split('\n').at(-1) ?? '';
  if (!isMap(root) || root.flow || isList(root) || lastLine.includes('{{') || lastLine.includes('}}')) return undefined;
  const lines = documents.flatMap((value) => ['---', ...documentLines(value, style)]);
  const endsLine = source.endsWith('\n');
  const marked = endsLine
    ? lines.map((line) => line + style.lineEnd).join('')
    : lines.map((line) => style.lineEnd + line).join('');
  const { text: newText, blanks } = readBlanks(marked);
  const edit: DocumentEdit = {
    start: source.length,
    end: source.length,
    newText,
    ...(blanks.length > 0 && { blanks }),
  };
  return reads(source + newText, documents) ? [edit] : undefined;
}

function documentLines(value: PlainValue, style: LayoutStyle): string[] {
  // A key at column 0 has what is below it at the indent; here the keys themselves stand at column 0.
  return isBlock(value) ? valueLines(value, -style.indent, style) : [];
}

function isList(root: Node): boolean {
  if (!isMap(root) || !root.items.some(({ key }) => keyName(key) === 'items')) return false;
  return root.items.some(({ key, value }) => keyName(key) === 'kind' && String(value).endsWith('List'));
}

/** True if a text ends in these very documents. */
function reads(text: string, documents: readonly PlainValue[]): boolean {
  const written = splitDocuments(text);
  return (
    written.length > documents.length &&
    documents.every((value, index) => {
      const document = written[written.length - documents.length + index]?.text ?? '';
      const parsed = parseTree(maskedText(document), 0, document);
      return (
        parsed.outcome === 'parsed' &&
        parsed.tree.faults.length === 0 &&
        meansTheSame(meaningOfPlain(value), meaningOf(parsed.tree.root))
      );
    })
  );
}
