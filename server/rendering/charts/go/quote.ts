import { Fault } from './fault';

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** `unicode.IsPrint` of a character. */
export function isPrintable(character: string): boolean {
  return printable.test(character);
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

const plain = /^[ !#-[\]-~]*$/;

/** `strconv.Quote`, or with another quote `QuoteRune`'s. */
export function quoted(text: string, mark: string = '"'): string {
  if (mark === '"' && plain.test(text)) return `"${text}"`;
  let written = mark;
  for (const character of text) written += quotedCharacter(character, mark);
  return written + mark;
}

/** What `quoted` writes for one character. */
export function quotedCharacter(character: string, mark: string = '"'): string {
  if (character === mark) return `\\${mark}`;
  const known = escapes[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  if (isPrintable(character)) return character;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** A literal of Go, read, and where in it each character of what it says stands. */
export interface Unquoted {
  readonly text: string;
  /** True if the characters between the marks are those of the text. */
  readonly isCopy: boolean;
}

/** `strconv.Unquote`; throws a fault if it is none. */
export function unquoted(literal: string): Unquoted {
  const mark = literal[0] ?? '';
  const inner = literal.slice(1, -1);
  if (literal.length < 2 || literal.at(-1) !== mark) throw invalid();
  if (mark === '`') {
    const text = inner.replaceAll('\r', '');
    return { text, isCopy: text.length === inner.length };
  }
  if (!inner.includes('\\')) return { text: inner, isCopy: true };
  let text = '';
  let place = 0;
  while (place < inner.length) {
    if (inner[place] !== '\\') {
      text += inner[place++];
      continue;
    }
    const [character, width] = unescaped(inner, place, mark);
    text += character;
    place += width;
  }
  return { text, isCopy: false };
}

/** The character that an escape stands for, and the escape's length. */
export function unescaped(text: string, place: number, mark: string): [string, number] {
  const letter = text[place + 1] ?? '';
  const known = simple[letter];
  if (known !== undefined) return [known, 2];
  if (letter === mark && (letter === '"' || letter === "'")) return [letter, 2];
  const width = { x: 2, u: 4, U: 8 }[letter];
  if (width !== undefined) {
    const digits = text.slice(place + 2, place + 2 + width);
    if (!/^[\da-fA-F]+$/.test(digits) || digits.length !== width) throw invalid();
    const code = Number.parseInt(digits, 16);
    if (letter === 'x') return [byte(code), 4];
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw invalid();
    return [String.fromCodePoint(code), 2 + width];
  }
  const octal = text.slice(place + 1, place + 4);
  if (/^[0-7]{3}$/.test(octal) && Number.parseInt(octal, 8) < 256) return [byte(Number.parseInt(octal, 8)), 4];
  throw invalid();
}

function byte(code: number): string {
  return String.fromCharCode(code < 0x80 ? code : 0xdc00 + code);
}

function invalid(): Fault {
  return new Fault('invalid syntax');
}
