import { pieces } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import { formatVerb, plainFlags } from './printValue';

/** What `{{ … }}`, `toString` and `%v` print. */
export function printed(value: Value): Text {
  if (value.kind === 'string') return value;
  return text(formatVerb(value, 'v', plainFlags), value.source);
}

/** `fmt.Sprint`: a space stands between two operands if neither is a string. */
export function printAll(values: readonly Value[]): Text {
  const all = pieces();
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before && before.kind !== 'string' && value.kind !== 'string') all.add(' ');
    const one = printed(value);
    all.add(one.text, one.source);
  }
  return all.done();
}

/** `fmt.Sprintln`. */
export function printLine(values: readonly Value[]): Text {
  const all = pieces();
  for (const [index, value] of values.entries()) {
    if (index > 0) all.add(' ');
    const one = printed(value);
    all.add(one.text, one.source);
  }
  all.add('\n');
  return all.done();
}
