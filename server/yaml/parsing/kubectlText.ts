import { placeholder } from './placeholder';

/** True for what is hardly ever in a manifest, and read by kubectl otherwise than by `yaml`. */
function isUnusual(text: string): boolean {
  return (
    text.startsWith('---#') ||
    unusualWords.some((word) => text.includes(word)) ||
    (text.includes('...') && text.includes('\n...')) ||
    (text.includes('\uFEFF') && text.includes('\n\uFEFF')) ||
    (text.includes('\r') && /\r(?!\n)/.test(text))
  );
}

const unusualWords = ['\u0085', '\u2028', '\u2029', placeholder];

/** Comments, directives, blank lines and the line of the marker: what stands before the content of a document. */
const introduction = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n|%.*\r?\n|---[ \t]*(?:#.*)?\r?\n)*/;

/** Markers within a document: kubectl reads nothing behind them. */
const endMarker = /\n(?:\.\.\.|---)(?=[ \t\r\n]|$)/g;

/**
 * A document as kubectl's reader takes it, which follows YAML 1.1; every offset stays. A lone carriage return and the line
 * breaks of Unicode end lines, a byte order mark may come behind `---`, and what follows `...` is not read.
 */
export function asKubectlReads(text: string): string {
  if (!isUnusual(text)) return text;
  const lines = text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n').replaceAll(placeholder, '\uFFFD');
  return withoutRest(withMarkFirst(withoutComment(lines)));
}

/** kubectl takes a comment right behind `---`, which YAML wants a space before. */
function withoutComment(text: string): string {
  return text.startsWith('---#') ? `   ${text.slice(3)}` : text;
}

/** A byte order mark behind the introduction comes to its start, where every reader expects it. */
function withMarkFirst(text: string): string {
  const start = introduction.exec(text)?.[0].length ?? 0;
  if (start === 0 || text.charAt(start) !== '\uFEFF') return text;
  return `\uFEFF${text
    .slice(0, start)
    .replace(/[^\r\n]/g, ' ')
    .slice(0, -1)}\n${text.slice(start + 1)}`;
}

/** A text whose first document is all there is. */
function withoutRest(text: string): string {
  const start = introduction.exec(text)?.[0].length ?? 0;
  for (const { index, 0: marker } of text.matchAll(endMarker)) {
    if (marker === '\n---' && index < start) continue;
    const rest = text.slice(index + 4).replace(/[^\r\n]/g, ' ');
    return `${text.slice(0, index)}\n...${rest.replace(/\n /g, '\n#')}`;
  }
  return text;
}
