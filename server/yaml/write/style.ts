import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { columnAt } from '../parsing/lines';

/** How a document is laid out, so that what is added looks as if its author had written it. */
export interface LayoutStyle {
  /** Columns from a key to the keys below it. */
  readonly indent: number;
  /** Columns from a key to the dashes below it; 0 where lists are not indented. */
  readonly listIndent: number;
  readonly lineEnd: '\n' | '\r\n';
  /** True for JSON: keys and strings are in double quotes. */
  readonly isJson: boolean;
}

/** Reads the layout off the first places that show it. */
export function layoutStyle(text: string, root: Node | undefined): LayoutStyle {
  const known = root && styles.get(root);
  if (known?.text === text) return known.style;
  const style = readStyle(text, root);
  if (root) styles.set(root, { text, style });
  return style;
}

/** Every fix of a document asks for its layout. */
const styles = new WeakMap<Node, { readonly text: string; readonly style: LayoutStyle }>();

function readStyle(text: string, root: Node | undefined): LayoutStyle {
  const found: Found = { indent: undefined, listIndent: undefined };
  readIndents(text, root, found);
  const { indent, listIndent } = found;
  return {
    indent: indent !== undefined && indent > 0 ? indent : 2,
    listIndent: listIndent !== undefined && listIndent >= 0 ? listIndent : 2,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    isJson:
      isMap(root) && root.flow === true && isScalar(root.items[0]?.key) && root.items[0].key.type === 'QUOTE_DOUBLE',
  };
}

interface Found {
  indent: number | undefined;
  listIndent: number | undefined;
}

/** Looks for both indentations in the order of the text; a flow collection shows none. */
function readIndents(text: string, node: unknown, found: Found): void {
  if (isSeq(node) && !node.flow) {
    for (const item of node.items) {
      if (isWhole(found)) return;
      readIndents(text, item, found);
    }
  }
  if (!isMap(node) || node.flow) return;
  for (const { key, value } of node.items) {
    if (isWhole(found)) return;
    if (isScalar(key) && key.range) {
      const column = columnAt(text, key.range[0]);
      if (isMap(value) && !value.flow) found.indent ??= below(text, value) - column;
      if (isSeq(value) && !value.flow) found.listIndent ??= below(text, value) - column;
    }
    readIndents(text, value, found);
  }
}

function isWhole({ indent, listIndent }: Found): boolean {
  return indent !== undefined && listIndent !== undefined;
}

function below(text: string, node: Node): number {
  return columnAt(text, node.range?.[0] ?? 0);
}
