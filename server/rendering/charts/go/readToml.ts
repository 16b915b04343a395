import type { Source } from '../origins/source';
import { bool, float, int, list, type Table, table, text, type Value } from '../values/value';
import { Fault } from './fault';
import { parseFloat64, parseInteger } from './numbers';
import { quoted } from './quote';

/** Says where a part of the text comes from; `copy` is where its characters stand in a row, or -1. */
type Locate = (start: number, end: number, copy: number) => Source | undefined;

/** Reads TOML; throws a fault that names the line of what is none. */
export function readToml(written: string, locate: Locate = () => undefined): Table {
  const root = table();
  const reading: Reading = { written, locate, place: 0, lastKey: '', defined: new Set() };
  let into = root;
  for (;;) {
    skipLines(reading);
    if (reading.place >= written.length) return root;
    if (written[reading.place] === '[') into = header(reading, root);
    else pair(reading, into);
    endLine(reading);
  }
}

interface Reading {
  readonly written: string;
  readonly locate: Locate;
  readonly defined: Set<string>;
  place: number;
  /** The key that was read last, which messages name. */
  lastKey: string;
}

function wrong({ written, place, lastKey }: Reading, what: string): Fault {
  const line = written.slice(0, place).split('\n').length;
  return new Fault(`toml: line ${line}${lastKey === '' ? '' : ` (last key ${quoted(lastKey)})`}: ${what}`);
}

function blanks(reading: Reading): void {
  while (' \t'.includes(reading.written[reading.place] ?? '\n')) reading.place++;
}

function comment(reading: Reading): void {
  if (reading.written[reading.place] !== '#') return;
  while (reading.place < reading.written.length && reading.written[reading.place] !== '\n') reading.place++;
}

function skipLines(reading: Reading): void {
  for (;;) {
    blanks(reading);
    comment(reading);
    const next = reading.written[reading.place];
    if (next !== '\n' && next !== '\r') return;
    reading.place++;
  }
}

function endLine(reading: Reading): void {
  blanks(reading);
  comment(reading);
  const next = reading.written[reading.place];
  if (next === undefined || next === '\n' || next === '\r') return;
  throw wrong(
    reading,
    `expected a top-level item to end with a newline, comment, or EOF, but got ${quoted(next, "'")} instead`,
  );
}

function header(reading: Reading, root: Table): Table {
  const isArray = reading.written.startsWith('[[', reading.place);
  reading.place += isArray ? 2 : 1;
  const keys = keyPath(reading);
  const close = isArray ? ']]' : ']';
  if (!reading.written.startsWith(close, reading.place)) {
    throw wrong(reading, `expected '.' or '${close}' to end table name`);
  }
  reading.place += close.length;
  reading.lastKey = keys.join('.');
  const last = keys.pop() ?? '';
  const holder = descend(reading, root, keys);
  const before = holder.entries.get(last);
  if (isArray) {
    if (before !== undefined && before.kind !== 'list') throw wrong(reading, `Key '${last}' has already been defined.`);
    const made = table();
    holder.entries.set(last, list([...(before?.items ?? []), made], '[]map[string]interface {}'));
    return made;
  }
  const name = [...keys, last].join('.');
  if (reading.defined.has(name)) throw wrong(reading, `Key '${name}' has already been defined.`);
  reading.defined.add(name);
  return descend(reading, holder, [last]);
}

function descend(reading: Reading, from: Table, keys: readonly string[]): Table {
  let at = from;
  for (const key of keys) {
    const next = at.entries.get(key);
    const inner = next?.kind === 'list' ? next.items.at(-1) : next;
    if (inner === undefined) {
      const made = table();
      at.entries.set(key, made);
      at = made;
    } else if (inner.kind === 'map') at = inner;
    else throw wrong(reading, `Key '${key}' has already been defined.`);
  }
  return at;
}

function keyPath(reading: Reading): string[] {
  const keys: string[] = [];
  for (;;) {
    blanks(reading);
    keys.push(key(reading));
    blanks(reading);
    if (reading.written[reading.place] !== '.') return keys;
    reading.place++;
  }
}

function key(reading: Reading): string {
  const mark = reading.written[reading.place];
  if (mark === '"') return basicString(reading);
  if (mark === "'") return literalString(reading);
  const bare = /[\w-]*/y;
  bare.lastIndex = reading.place;
  const found = bare.exec(reading.written)?.[0] ?? '';
  if (found === '') {
    const shown = quoted(mark ?? 'EOF', "'");
    throw wrong(
      reading,
      mark === '=' ? "unexpected '=': key name appears blank" : `expected '.' or '=', but got ${shown} instead`,
    );
  }
  reading.place += found.length;
  return found;
}

function pair(reading: Reading, into: Table): void {
  const start = reading.place;
  const keys = keyPath(reading);
  const keySource = reading.locate(start, reading.place, start);
  if (reading.written[reading.place] !== '=') {
    const next = reading.written[reading.place];
    if (next === undefined) throw wrong(reading, "unexpected EOF; expected key separator '='");
    throw wrong(reading, `expected '.' or '=', but got ${quoted(next, "'")} instead`);
  }
  reading.place++;
  blanks(reading);
  reading.lastKey = keys.join('.');
  const last = keys.pop() ?? '';
  const holder = descend(reading, into, keys);
  if (holder.entries.has(last)) throw wrong(reading, `Key '${last}' has already been defined.`);
  holder.entries.set(last, readValue(reading));
  if (keySource) holder.keys.set(last, keySource);
}

function readValue(reading: Reading): Value {
  const { written, place: start, locate } = reading;
  const first = written[start];
  if (first === '"' || first === "'") {
    const read = first === '"' ? basicString(reading) : literalString(reading);
    const isCopy = written.slice(start + 1, start + 1 + read.length) === read;
    return text(read, locate(start, reading.place, isCopy ? start + 1 : -1));
  }
  if (first === '[') return array(reading);
  if (first === '{') return inlineTable(reading);
  const word = /[^\s,\]}#=]*(?: \d\d:\d\d[^\s,\]}#]*)?/y;
  word.lastIndex = start;
  const found = word.exec(written)?.[0] ?? '';
  reading.place += found.length;
  const source = locate(start, reading.place, start);
  if (found === 'true' || found === 'false') return bool(found === 'true', source);
  if (/^[+-]?(?:inf|nan)$/.test(found))
    return float(found.endsWith('nan') ? Number.NaN : found.startsWith('-') ? -Infinity : Infinity, source);
  if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(found)) return text(found, source);
  const digits = found.replaceAll('_', '');
  const isWhole = /^[+-]?\d+$|^0x[\da-fA-F]+$|^0o[0-7]+$|^0b[01]+$/.test(digits);
  if (isWhole && !/^[+-]?0\d/.test(digits))
    return int(parseInteger(digits.replace(/^\+/, ''), /^0[xob]/.test(digits) ? 0 : 10) ?? 0n, 'int64', source);
  const value =
    /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits) && !/^[+-]?0\d/.test(digits)
      ? parseFloat64(digits)
      : undefined;
  if (value === undefined) {
    if (first === undefined) throw wrong(reading, 'unexpected EOF; expected value');
    throw wrong(reading, `expected value but found ${found === '' ? quoted(first, "'") : quoted(found)} instead`);
  }
  return float(value, source);
}

function array(reading: Reading): Value {
  const start = reading.place++;
  const items: Value[] = [];
  for (;;) {
    skipLines(reading);
    if (reading.written[reading.place] === ']') break;
    items.push(readValue(reading));
    skipLines(reading);
    const next = reading.written[reading.place];
    if (next === ']') break;
    if (next !== ',') throw wrong(reading, "expected a comma (',') or array terminator (']')");
    reading.place++;
  }
  reading.place++;
  return list(items, undefined, reading.locate(start, reading.place, -1));
}

function inlineTable(reading: Reading): Value {
  const start = reading.place++;
  const made = table();
  for (;;) {
    skipLines(reading);
    if (reading.written[reading.place] === '}') break;
    pair(reading, made);
    skipLines(reading);
    const next = reading.written[reading.place];
    if (next === '}') break;
    if (next !== ',') throw wrong(reading, "expected a comma (',') or an inline table terminator ('}')");
    reading.place++;
  }
  reading.place++;
  return { ...made, source: reading.locate(start, reading.place, -1) };
}

function literalString(reading: Reading): string {
  const { written, place } = reading;
  const mark = written.startsWith("'''", place) ? "'''" : "'";
  const from = place + mark.length;
  const end = written.indexOf(mark, from);
  if (end < 0 || (mark === "'" && written.slice(from, end).includes('\n')))
    throw wrong(reading, 'strings cannot contain newlines');
  reading.place = end + mark.length;
  const inner = written.slice(from, end);
  return mark.length > 1 ? inner.replace(/^\r?\n/, '') : inner;
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
  e: '\x1b',
};

function basicString(reading: Reading): string {
  const { written } = reading;
  const isLong = written.startsWith('"""', reading.place);
  reading.place += isLong ? 3 : 1;
  if (isLong) reading.place += /^\r?\n/.exec(written.slice(reading.place, reading.place + 2))?.[0].length ?? 0;
  let value = '';
  for (;;) {
    const character = written[reading.place];
    if (character === undefined || (character === '\n' && !isLong))
      throw wrong(reading, 'strings cannot contain newlines');
    if (character === '"' && (!isLong || written.startsWith('"""', reading.place))) {
      reading.place += isLong ? 3 : 1;
      return value;
    }
    reading.place++;
    value += character === '\\' ? escapeAt(reading) : character;
  }
}

function escapeAt(reading: Reading): string {
  const { written } = reading;
  const letter = written[reading.place++] ?? '';
  const known = escapes[letter];
  if (known !== undefined) return known;
  const width = { x: 2, u: 4, U: 8 }[letter];
  if (width !== undefined) {
    const digits = written.slice(reading.place, reading.place + width);
    reading.place += width;
    const code = Number.parseInt(digits, 16);
    if (/^[\da-fA-F]+$/.test(digits) && code <= 0x10ffff) return String.fromCodePoint(code);
  }
  if (/\s/.test(letter)) {
    while (/\s/.test(written[reading.place] ?? '')) reading.place++;
    return '';
  }
  throw wrong(reading, `invalid escape character ${quoted(letter, "'")}`);
}
