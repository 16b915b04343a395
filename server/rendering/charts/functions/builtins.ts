import { isTrue } from '../evaluation/truth';
import { byteLength, encodeUtf8 } from '../go/bytes';
import { Fault } from '../go/fault';
import { printAll, printLine } from '../go/print';
import { quotedCharacter } from '../go/quote';
import { sprintf } from '../go/sprintf';
import { typeName } from '../go/typeNames';
import { madeOf } from '../origins/source';
import { pieces } from '../values/joinTexts';
import { bool, int, sourceOf, type Text, text, type Value } from '../values/value';
import { compared, equal, lessOrEqual, lessThan } from './comparisons';
import { anyAt, define, type Family, textAt } from './define';
import { queryEscaped } from './urlEscapes';
import { looking } from './weight';

/** The functions of Go's text/template itself, without its `slice`, which Sprig's replaces. */
export const builtins: Family = {
  // These two are evaluated where they are called: they don't look at all of their arguments.
  and: define('value, value...', (values) => anyAt(values, 0)),
  or: define('value, value...', (values) => anyAt(values, 0)),
  not: define('value', (values) => bool(!isTrue(anyAt(values, 0)), sourceOf(values))),
  len: define('value', (values) => int(length(anyAt(values, 0)), 'int', sourceOf(values))),
  index: define('value, value...', (values) => indexed(values)),
  call: define('value, value...', (values) => {
    const called = anyAt(values, 0);
    if (called.kind === 'nil') throw new Fault('call of nil');
    throw new Fault(`non-function of type ${typeName(called)}`);
  }),
  ...looking({
    print: define('any...', printAll),
    println: define('any...', printLine),
    printf: define('string, any...', (values) => sprintf(textAt(values, 0), values.slice(1))),
    html: define('any...', (values) => escaped(values, html)),
    js: define('any...', (values) => escaped(values, script)),
    urlquery: define('any...', (values) => {
      const all = printAll(values.map(shown));
      return text(queryEscaped(all.text), madeOf([all.source]));
    }),
  }),
  eq: define('value, value...', (values) => compared(values, equal)),
  ne: define('value, value', (values) => bool(!equal(values), sourceOf(values))),
  lt: define('value, value', (values) => compared(values, lessThan)),
  le: define('value, value', (values) => compared(values, lessOrEqual)),
  gt: define('value, value', (values) => compared(values, (both) => !lessOrEqual(both))),
  ge: define('value, value', (values) => compared(values, (both) => !lessThan(both))),
};

function length(value: Value): number {
  switch (value.kind) {
    case 'string':
      return byteLength(value.text);
    case 'list':
      return value.items.length;
    case 'map':
      return value.entries.size;
    case 'nil':
      throw new Fault(value.isHeld ? 'len of nil pointer' : 'reflect: call of reflect.Value.Type on zero Value');
    default:
      throw new Fault(`len of type ${typeName(value)}`);
  }
}

function indexed(values: readonly Value[]): Value {
  let item = anyAt(values, 0);
  if (item.kind === 'nil') throw new Fault('index of untyped nil');
  for (const index of values.slice(1)) {
    if (item.kind === 'nil') throw new Fault('index of nil pointer');
    if (item.kind === 'map') {
      if (index.kind === 'nil') throw new Fault('value is nil; should be of type string');
      if (index.kind !== 'string') throw new Fault(`value has type ${typeName(index)}; should be string`);
      const found: Value | undefined = item.entries.get(index.text);
      item = found === undefined ? absent(item) : found.kind === 'nil' ? { ...found, isHeld: true } : found;
    } else if (item.kind === 'list' || item.kind === 'string') {
      const size = length(item);
      const place = placeIn(index, size);
      if (place >= size) throw new Fault(`reflect: slice index out of range`);
      if (item.kind === 'string') item = int(encodeUtf8(item.text)[place] ?? 0, 'uint8', madeOf([item.source]));
      else {
        const found: Value = item.items[place] ?? absent(item);
        item = found.kind === 'nil' ? { ...found, isHeld: true } : found;
      }
    } else throw new Fault(`can't index item of type ${typeName(item)}`);
  }
  return item;
}

/** What a map gives for a key that it hasn't: the zero of its items' type. */
function absent(of: Value): Value {
  const { source } = of;
  if (of.kind === 'map' && of.type === 'map[string]string') return text('', source);
  return { kind: 'nil', isHeld: true, source };
}

function placeIn(index: Value, size: number): number {
  if (index.kind === 'nil') throw new Fault('cannot index slice/array with nil');
  if (index.kind !== 'int') throw new Fault(`cannot index slice/array with type ${typeName(index)}`);
  const place = Number(index.value);
  if (place < 0 || place > size) throw new Fault(`index out of range: ${index.value}`);
  return place;
}

function escaped(values: readonly Value[], change: (character: string) => string | undefined): Text {
  const whole = printAll(values.map(shown));
  const all = pieces();
  let place = 0;
  const { source } = whole;
  for (const character of whole.text) {
    const by = change(character);
    if (by === undefined) all.add(character, source && { kind: 'slice', of: source, from: place });
    else all.add(by, madeOf([source]));
    place += character.length;
  }
  return all.done();
}

/** What `{{ … }}` prints for nothing. */
function shown(value: Value): Value {
  return value.kind === 'nil' ? text('<no value>', value.source) : value;
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

function html(character: string): string | undefined {
  return htmlEscapes[character];
}

const scriptEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

function script(character: string): string | undefined {
  const known = scriptEscapes[character];
  if (known) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code < 32) return `\\u00${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const isHidden = code >= 0x80 && quotedCharacter(character) !== character;
  return isHidden ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : undefined;
}
