import { byteLength } from '../go/bytes';
import { bytesBetween } from '../go/bytesBetween';
import { Fault } from '../go/fault';
import { printed } from '../go/print';
import { spaces, trimmed, trimmedOf } from '../go/spaces';

import { madeOf, type Source } from '../origins/source';
import { addPart, joined, pieces, replaced } from '../values/joinTexts';
import { bool, part, sourceOf, type Text, text, type Value } from '../values/value';
import { toText } from './casts';
import { define, type Family, numberAt, textAt } from './define';
import { looking } from './weight';

/** So often a text is repeated with each of its characters told apart. */
const mostTold = 1000;

/** Sprig's functions that cut, pad and join strings. */
export const strings: Family = {
  trim: define('string', (values) => trimmed(textAt(values, 0))),
  trimAll: define('string, string', (values) => trimmedOf(textAt(values, 1), textAt(values, 0).text)),
  trimall: define('string, string', (values) => trimmedOf(textAt(values, 1), textAt(values, 0).text)),
  trimPrefix: define('string, string', (values) => {
    const [prefix, whole] = [textAt(values, 0).text, textAt(values, 1)];
    return whole.text.startsWith(prefix) ? part(whole, prefix.length) : whole;
  }),
  trimSuffix: define('string, string', (values) => {
    const [suffix, whole] = [textAt(values, 0).text, textAt(values, 1)];
    return whole.text.endsWith(suffix) ? part(whole, 0, whole.text.length - suffix.length) : whole;
  }),
  trunc: define('int, string', (values) => truncate(numberAt(values, 0), textAt(values, 1))),
  substr: define('int, int, string', (values) => {
    const [start, end, whole] = [numberAt(values, 0), numberAt(values, 1), textAt(values, 2)];
    const length = byteLength(whole.text);
    if (start < 0) return bytesBetween(whole, 0, end);
    if (end < 0 || end > length) return bytesBetween(whole, start, length);
    return bytesBetween(whole, start, end);
  }),
  repeat: define('int, string', (values, { run }) => {
    const [count, whole] = [numberAt(values, 0), textAt(values, 1)];
    if (count < 0) throw new Fault('strings: negative Repeat count');
    run.budget.hold(count * whole.text.length);
    // Nobody looks for a character among so many that are the same.
    if (count > mostTold) return text(whole.text.repeat(count), made(whole));
    const all = pieces();
    for (let turn = 0; turn < count; turn++) all.add(whole.text, whole.source);
    return all.done();
  }),
  replace: define('string, string, string', (values) => {
    return replaceAll(textAt(values, 2), textAt(values, 0), textAt(values, 1));
  }),
  contains: define('string, string', (values) => test(values, (part, whole) => whole.includes(part))),
  hasPrefix: define('string, string', (values) => test(values, (part, whole) => whole.startsWith(part))),
  hasSuffix: define('string, string', (values) => test(values, (part, whole) => whole.endsWith(part))),
  indent: define('int, string', (values, { run }) =>
    indented(numberAt(values, 0), textAt(values, 1), '', run.budget.hold),
  ),
  nindent: define('int, string', (values, { run }) =>
    indented(numberAt(values, 0), textAt(values, 1), '\n', run.budget.hold),
  ),
  ...looking({
    cat: define('any...', (values) => joined(values.filter(({ kind }) => kind !== 'nil').map(printed), text(' '))),
    toString: define('any', (values) => toText(values[0] ?? text(''))),
  }),
  plural: define('string, string, int', (values) => textAt(values, numberAt(values, 2) === 1 ? 0 : 1)),
};

function test(values: readonly Value[], holds: (part: string, whole: string) => boolean): Value {
  return bool(holds(textAt(values, 0).text, textAt(values, 1).text), sourceOf(values));
}

function truncate(count: number, whole: Text): Text {
  const length = byteLength(whole.text);
  if (count < 0 && length + count > 0) return bytesBetween(whole, length + count, length);
  if (count >= 0 && length > count) return bytesBetween(whole, 0, count);
  return whole;
}

function made({ source }: Text): Source | undefined {
  return madeOf([source]);
}

/** `strings.ReplaceAll`; an empty text stands before each character and behind the last. */
function replaceAll(whole: Text, old: Text, by: Text): Text {
  if (old.text === by.text) return whole;
  const change = by.source === undefined ? text(by.text, made(whole)) : by;
  return replaced(whole, placesOf(whole.text, old.text, change));
}

function* placesOf(whole: string, old: string, by: Text): Iterable<{ start: number; end: number; by: Text }> {
  if (old === '') {
    let place = 0;
    yield { start: 0, end: 0, by };
    for (const character of whole) {
      place += character.length;
      yield { start: place, end: place, by };
    }
    return;
  }
  for (let start = whole.indexOf(old); start >= 0; start = whole.indexOf(old, start + old.length)) {
    yield { start, end: start + old.length, by };
  }
}

function indented(count: number, whole: Text, before: string, hold: (characters: number) => void): Text {
  if (count < 0) throw new Fault('strings: negative Repeat count');
  hold(count);
  const pad = spaces(count);
  const all = pieces();
  all.add(before + pad);
  let start = 0;
  for (;;) {
    const end = whole.text.indexOf('\n', start);
    if (end < 0) break;
    addPart(all, whole, start, end + 1);
    all.add(pad);
    start = end + 1;
  }
  addPart(all, whole, start, whole.text.length);
  return all.done();
}
