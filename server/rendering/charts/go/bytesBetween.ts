import { madeOf } from '../origins/source';
import { part, type Text, text } from '../values/value';
import { byteLength, sliceBytes } from './bytes';
import { Fault } from './fault';

/** Bytes of a text; where every character is one byte, each keeps its place. */
export function bytesBetween(whole: Text, start: number, end: number): Text {
  const length = byteLength(whole.text);
  if (end < 0 || end > length)
    throw new Fault(`runtime error: slice bounds out of range [:${end}]${end < 0 ? '' : ` with length ${length}`}`);
  if (start > end) throw new Fault(`runtime error: slice bounds out of range [${start}:${end}]`);
  if (length === whole.text.length) return part(whole, start, end);
  const before = sliceBytes(whole.text, 0, start);
  const cut = sliceBytes(whole.text, start, end);
  return whole.text.startsWith(before + cut)
    ? part(whole, before.length, before.length + cut.length)
    : text(cut, madeOf([whole.source]));
}
