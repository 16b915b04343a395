import { writtenKey } from './names';

/** A value with the keys that lead to it, or a comment above the next one. */
export interface ValueLine {
  /** Empty for a comment. */
  readonly keys: readonly string[];
  /** On the line of the key, or below it if it begins with a line end. */
  readonly text: string;
}

/** A text in quotes. */
export function textValue(keys: readonly string[], text: string): ValueLine {
  return { keys, text: JSON.stringify(text) };
}

/**
 * A table as it was written.
 *
 * @param table all of its lines with their indentation
 */
export function tableValue(keys: readonly string[], table: string): ValueLine {
  const written = table.replaceAll('\t', '  ');
  const column = /^ */.exec(written)?.[0].length ?? 0;
  const isFlow = /^[[{]/.test(written.trimStart());
  const lines = written.split('\n').map((line) => line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0)));
  return { keys, text: isFlow ? lines.join('\n') : `\n${lines.join('\n')}` };
}

/** The text of a values file. Values of one table stand in a row. */
export function valuesText(lines: readonly ValueLine[]): string {
  let text = '';
  let open: readonly string[] = [];
  for (const { keys, text: value } of lines) {
    if (keys.length === 0) {
      text += `${text === '' ? '' : '\n'}${value}\n`;
      open = [];
      continue;
    }
    const shared = keys.findIndex((key, depth) => open[depth] !== key || depth === keys.length - 1);
    for (const [depth, key] of keys.entries()) {
      if (depth < shared) continue;
      const isLast = depth === keys.length - 1;
      text += `${'  '.repeat(depth)}${writtenKey(key)}:${isLast ? below(value, depth) : '\n'}`;
    }
    open = keys.slice(0, -1);
  }
  return text;
}

function below(value: string, depth: number): string {
  const indent = '  '.repeat(depth + 1);
  const indented = value.replace(/\n(?=[^\n])/g, `\n${indent}`);
  return value.startsWith('\n') ? `${indented}\n` : ` ${indented}\n`;
}
