import type { OffsetRange } from '../../yaml/parsing/lines';

const isSecret = /^[ \t"'{,-]*kind["']?[ \t]*:[ \t]*["']?Secret\b/m;
const head = /^([ \t-]*)(?:data|stringData):[ \t]*(?:#.*)?\r?\n/gm;
const key = /^\s*(?:["']?[\w.-]+["']?[ \t]*:(?:[ \t]+[|>][+-]?\d?[ \t]*$)?|#.*$)/;

/**
 * The values below `data:` and `stringData:` of a Secret, by their indentation alone: what is being typed has no tree
 * that could be trusted.
 */
export function secretEntries(text: string): OffsetRange[] {
  if (!isSecret.test(text)) return [];
  return [...text.matchAll(head)].flatMap(({ 0: line, 1: indent = '', index }) =>
    entriesBelow(text, index + line.length, indent.length),
  );
}

function entriesBelow(text: string, start: number, indent: number): OffsetRange[] {
  const entry = new RegExp(`(?:[ \\t]{${indent + 1},}([^\\r\\n]*)|[ \\t]*)(?:\\r?\\n|$)`, 'y');
  entry.lastIndex = start;
  const found: OffsetRange[] = [];
  for (let line = entry.exec(text); line && line[0] !== ''; line = entry.exec(text)) {
    const content = line[1] ?? '';
    const contentStart = line.index + line[0].indexOf(content);
    found.push({
      start: contentStart + (key.exec(content)?.[0].length ?? 0),
      end: contentStart + content.length,
    });
  }
  return found;
}
