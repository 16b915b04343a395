import { isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import { columnAt } from './lines';

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
  let indent: number | undefined;
  let listIndent: number | undefined;
  let isJson = false;
  if (root) {
    isJson =
      isMap(root) && root.flow === true && isScalar(root.items[0]?.key) && root.items[0].key.type === 'QUOTE_DOUBLE';
    visit(root, {
      Pair(_, pair) {
        if (indent !== undefined && listIndent !== undefined) return visit.BREAK;
        const { key, value } = pair;
        if (!isScalar(key) || !key.range) return undefined;
        const column = columnAt(text, key.range[0]);
        if (isMap(value) && !value.flow) indent ??= below(text, value) - column;
        if (isSeq(value) && !value.flow) listIndent ??= below(text, value) - column;
        return undefined;
      },
    });
  }
  return {
    indent: indent !== undefined && indent > 0 ? indent : 2,
    listIndent: listIndent !== undefined && listIndent >= 0 ? listIndent : 2,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    isJson,
  };
}

function below(text: string, node: Node): number {
  return columnAt(text, node.range?.[0] ?? 0);
}
