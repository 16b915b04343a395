import { copiedIfSame } from '../origins/copied';
import { madeOf, type Source } from '../origins/source';
import { pieces } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import { formatVerb, plainFlags } from './printValue';

/** What `{{ … }}`, `toString` and `%v` print. */
export function printed(value: Value): Text {
  if (value.kind === 'string') return value;
  const written = formatVerb(value, 'v', plainFlags);
  return text(written, printedSource(written, value));
}

/** Where what a value is printed as comes from. */
export function printedSource(written: string, { kind, source }: Value): Source | undefined {
  const isScalar = kind === 'bool' || kind === 'int' || kind === 'float' || kind === 'string';
  return isScalar ? copiedIfSame(written, source) : madeOf([source]);
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
