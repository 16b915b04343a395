import type { OpenTemplate } from './openTemplate';

/** An object as the text of a template names it. */
export interface ObjectInText {
  /** `Deployment web`, with what actions fill in as it is written. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The objects of a template, by the lines that name their kinds; those that helpers name are not told. */
export function objectsIn({ text, blocks }: OpenTemplate): ObjectInText[] {
  const definitions = blocks.filter(({ kind }) => kind === 'define');
  const isDefined = (at: number) => definitions.some(({ marks: [{ action }], end }) => action.start <= at && at < end);
  return documentsIn(linesOf(text)).flatMap((lines) => {
    const kind = lines.find((line) => /^kind:\s*\S/.test(line.text));
    const first = lines.find((line) => /^[A-Za-z]+:/.test(line.text));
    const last = lines.findLast((line) => /^\s*[^\s{]/.test(line.text));
    if (!kind || !first || !last || isDefined(kind.start)) return [];
    const name = nameIn(lines);
    const place = { start: first.start, end: last.end, nameStart: kind.start, nameEnd: kind.end };
    return [{ ...place, name: `${valueIn(kind.text)}${name && ` ${name}`}` }];
  });
}

function documentsIn(lines: readonly Line[]): Line[][] {
  const documents: Line[][] = [[]];
  for (const line of lines) {
    if (/^---(?:\s|$)/.test(line.text)) documents.push([]);
    else documents.at(-1)?.push(line);
  }
  return documents;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { index, 0: whole } of text.matchAll(/[^\r\n]+/g)) {
    lines.push({ start: index, end: index + whole.trimEnd().length, text: whole.trimEnd() });
  }
  return lines;
}

/** What `metadata` says of the name. */
function nameIn(lines: readonly Line[]): string {
  const metadata = lines.findIndex((line) => /^metadata:/.test(line.text));
  if (metadata < 0) return '';
  const behind = lines.slice(metadata + 1);
  const end = behind.findIndex(({ text }) => /^[^\s{#]/.test(text));
  const within = behind.slice(0, end < 0 ? behind.length : end).filter(({ text }) => /^\s+[^\s{#]/.test(text));
  const indent = Math.min(...within.map(({ text }) => text.search(/\S/)));
  const named = within.find(({ text }) => text.search(/\S/) === indent && /^\s*name:\s*\S/.test(text));
  return named ? valueIn(named.text) : '';
}

function valueIn(text: string): string {
  return text
    .slice(text.indexOf(':') + 1)
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}
