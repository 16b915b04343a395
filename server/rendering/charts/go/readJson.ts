import type { Source } from '../origins/source';
import { bool, float, heldNil, list, table, text, type Value } from '../values/value';
import { Fault } from './fault';
import { quoted } from './quote';

/** Says where a part of the text comes from; `copy` is where its characters stand in a row, or -1. */
type Locate = (start: number, end: number, copy: number) => Source | undefined;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const deepest = 10_000;

/** Reads JSON as Go's encoding/json does; throws a fault with its text. */
export function readJson(written: string, locate: Locate = () => undefined): Value {
  let place = 0;
  let depth = 0;
  const blank = () => {
    while (place < written.length && ' \t\r\n'.includes(written.charAt(place))) place++;
  };
  const wrong = (context: string): Fault => {
    if (place >= written.length) return new Fault('unexpected end of JSON input');
    const character = String.fromCodePoint(written.codePointAt(place) ?? 0);
    const shown = character === "'" ? `'\\''` : character === '"' ? `'"'` : `'${quoted(character).slice(1, -1)}'`;
    return new Fault(`invalid character ${shown} ${context}`);
  };
  const string = (): { text: string; source: Source | undefined } => {
    const start = place++;
    let value = '';
    let isCopy = true;
    for (;;) {
      const character = written.charAt(place);
      if (character === '') throw wrong('');
      if (character === '"') break;
      if (character < ' ') throw wrong('in string literal');
      if (character !== '\\') {
        value += character;
        place++;
        continue;
      }
      isCopy = false;
      place++;
      const letter = written.charAt(place);
      const known = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[letter];
      if (known !== undefined) {
        value += known;
        place++;
      } else if (letter === 'u') {
        place++;
        for (let digit = 0; digit < 4; digit++, place++) {
          if (!/[\da-fA-F]/.test(written.charAt(place))) throw wrong('in \\u hexadecimal character escape');
        }
        value += String.fromCharCode(Number.parseInt(written.slice(place - 4, place), 16));
      } else throw wrong('in string escape code');
    }
    place++;
    const formed = /\p{Surrogate}/u.test(value) && !isCopy ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
    return { text: formed, source: locate(start, place, isCopy ? start + 1 : -1) };
  };
  const word = (name: string, value: Value): Value => {
    for (const letter of name.slice(1)) {
      place++;
      if (written.charAt(place) !== letter) throw wrong(`in literal ${name} (expecting '${letter}')`);
    }
    place++;
    return { ...value, source: locate(place - name.length, place, place - name.length) };
  };
  const value = (): Value => {
    if (++depth > deepest) throw new Fault('exceeded max depth');
    blank();
    const start = place;
    const character = written.charAt(place);
    let read: Value;
    switch (character) {
      case '{':
        read = object(start);
        break;
      case '[':
        read = array(start);
        break;
      case '"': {
        const one = string();
        read = text(one.text, one.source);
        break;
      }
      case 't':
        read = word('true', bool(true));
        break;
      case 'f':
        read = word('false', bool(false));
        break;
      case 'n':
        read = word('null', heldNil);
        break;
      default: {
        number.lastIndex = place;
        const digits = number.exec(written)?.[0];
        if (digits === undefined) {
          if (character === '-') {
            place++;
            throw wrong('in numeric literal');
          }
          throw wrong('looking for beginning of value');
        }
        place += digits.length;
        const next = written.charAt(place);
        const isOpen = next === '.' ? !/[.eE]/.test(digits) : /^[eE]$/.test(next) && !/[eE]/.test(digits);
        if (isOpen) {
          place++;
          throw wrong(next === '.' ? 'after decimal point in numeric literal' : 'in exponent of numeric literal');
        }
        if (!Number.isFinite(Number(digits))) {
          throw new Fault(`json: cannot unmarshal number ${digits} into Go value of type float64`);
        }
        read = float(Number(digits), locate(start, place, start));
      }
    }
    depth--;
    return read;
  };
  const object = (start: number): Value => {
    place++;
    const made = table();
    blank();
    if (written.charAt(place) === '}') place++;
    else {
      for (;;) {
        blank();
        if (written.charAt(place) !== '"') throw wrong('looking for beginning of object key string');
        const key = string();
        blank();
        if (written.charAt(place) !== ':') throw wrong('after object key');
        place++;
        made.entries.set(key.text, value());
        if (key.source) made.keys.set(key.text, key.source);
        blank();
        if (written.charAt(place) === '}') break;
        if (written.charAt(place) !== ',') throw wrong('after object key:value pair');
        place++;
      }
      place++;
    }
    return { ...made, source: locate(start, place, -1) };
  };
  const array = (start: number): Value => {
    place++;
    const items: Value[] = [];
    blank();
    if (written.charAt(place) === ']') place++;
    else {
      for (;;) {
        items.push(value());
        blank();
        if (written.charAt(place) === ']') break;
        if (written.charAt(place) !== ',') throw wrong('after array element');
        place++;
      }
      place++;
    }
    return list(items, undefined, locate(start, place, -1));
  };
  const read = withinStack(value);
  blank();
  if (place < written.length) throw wrong('after top-level value');
  return read;
}

/** A text that is read deep within other calls finds less room than Go gives it. */
function withinStack(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new Fault('exceeded max depth');
    throw error;
  }
}
