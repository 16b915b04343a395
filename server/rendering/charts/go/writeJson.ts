import { copiedIfSame } from '../origins/copied';
import type { Source } from '../origins/source';
import { type Pieces, pieces } from '../values/joinTexts';
import { keySourceOf, type Text, type Value } from '../values/value';
import { isInvalid } from './bytes';
import { Fault } from './fault';
import { jsonNumber } from './jsonNumber';
import { plainValue } from './plainValue';
import { sortedKeys } from './sortedKeys';
import { typeName } from './typeNames';

/** How JSON is written. */
export interface JsonManner {
  /** `<`, `>` and `&` become escapes. */
  readonly escapesHtml: boolean;
  /** Items stand on lines of their own. */
  readonly isIndented: boolean;
}

/** Writes a value as Go's encoding/json does; every key and scalar keeps its origin. */
export function writeJson(value: Value, manner: JsonManner): Text {
  const all = pieces();
  write(all, value, manner, '\n');
  return all.done();
}

function write(all: Pieces, given: Value, manner: JsonManner, line: string): void {
  const value = plainValue(given);
  switch (value.kind) {
    case 'nil':
      all.add('null', copiedIfSame('null', value.source));
      return;
    case 'bool':
    case 'int':
    case 'float': {
      const written = value.kind === 'float' ? jsonNumber(value.value) : String(value.value);
      all.add(written, copiedIfSame(written, value.source));
      return;
    }
    case 'string':
      writeString(all, value.text, value.source, manner);
      return;
    case 'list':
      writeItems(
        all,
        '[]',
        manner,
        line,
        value.items.map((item) => (inner) => write(all, item, manner, inner)),
      );
      return;
    case 'map': {
      // The fields of a struct stay in the order in which Go declares them.
      const keys = given.kind === 'struct' ? [...value.entries.keys()] : sortedKeys(value);
      const items = keys.map((key) => (inner: string) => {
        const item = value.entries.get(key);
        writeString(all, key, keySourceOf(value, key), manner);
        all.add(manner.isIndented ? ': ' : ':');
        if (item) write(all, item, manner, inner);
      });
      writeItems(all, '{}', manner, line, items);
      return;
    }
    case 'struct':
      throw new Fault(`json: unsupported type: ${typeName(value)}`);
  }
}

function writeItems(
  all: Pieces,
  brackets: string,
  { isIndented }: JsonManner,
  line: string,
  items: readonly ((line: string) => void)[],
): void {
  const inner = `${line}  `;
  all.add(brackets.charAt(0));
  for (const [index, item] of items.entries()) {
    if (index > 0) all.add(',');
    if (isIndented) all.add(inner);
    item(inner);
  }
  if (isIndented && items.length > 0) all.add(line);
  all.add(brackets.charAt(1));
}

const plain = /^[ !#-%'-;=?-[\]-~]*$/;
const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function writeString(all: Pieces, written: string, source: Source | undefined, { escapesHtml }: JsonManner): void {
  const mark: Source | undefined = source && { kind: 'made', of: [source] };
  all.add('"', mark);
  if (plain.test(written)) all.add(written, source);
  else {
    let place = 0;
    for (const character of written) {
      const shown = escaped(character, escapesHtml);
      all.add(shown, shown === character && source ? { kind: 'slice', of: source, from: place } : mark);
      place += character.length;
    }
  }
  all.add('"', mark);
}

function escaped(character: string, escapesHtml: boolean): string {
  const known = escapes[character];
  if (known) return known;
  if (isInvalid(character)) return '\\ufffd';
  const isHidden = character < ' ' || character === '\u2028' || character === '\u2029';
  if (!isHidden && !(escapesHtml && /[<>&]/.test(character))) return character;
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
