import { madeOf } from '../origins/source';
import { addPart, type Pieces, pieces } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import { printed, printedSource } from './print';
import { type Flags, formatVerb, plainFlags } from './printValue';
import { quotedText } from './quotedText';
import { typeName } from './typeNames';

interface State {
  readonly format: Text;
  readonly values: readonly Value[];
  place: number;
  next: number;
  isReordered: boolean;
}

const verb = /%([+\-# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:\.(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?/y;

/** `fmt.Sprintf`: what is between the verbs is copied from the format, what a verb prints comes from its value. */
export function sprintf(format: Text, values: readonly Value[]): Text {
  const all = pieces();
  const state: State = { format, values, place: 0, next: 0, isReordered: false };
  for (;;) {
    const percent = format.text.indexOf('%', state.place);
    if (percent < 0) break;
    addPart(all, format, state.place, percent);
    state.place = percent;
    writeVerb(all, state);
  }
  addPart(all, format, state.place, format.text.length);
  if (!state.isReordered && state.next < values.length) writeExtra(all, values.slice(state.next));
  return all.done();
}

function writeVerb(all: Pieces, state: State): void {
  verb.lastIndex = state.place;
  const match = verb.exec(state.format.text) ?? [''];
  const [whole, marks = '', first, width, second, precision, last] = match;
  const hasPoint = whole.includes('.');
  if ([width, precision].some(isTooLarge)) {
    state.place = state.format.text.length;
    all.add('%!(NOVERB)');
    return;
  }
  state.place += whole.length;
  const faults: string[] = [];
  if (first !== undefined) goTo(state, first);
  let wide = width === '*' ? starred(state, 'WIDTH', faults) : width === undefined ? undefined : Number(width);
  const isLeft = marks.includes('-') || (wide !== undefined && wide < 0);
  if (wide !== undefined && wide < 0) wide = -wide;
  if (second !== undefined) goTo(state, second);
  let exact = precision === '*' ? starred(state, 'PREC', faults) : hasPoint ? Number(precision ?? 0) : undefined;
  if (exact !== undefined && exact < 0) exact = undefined;
  if (last !== undefined) goTo(state, last);
  for (const fault of faults) all.add(fault);
  const letter = String.fromCodePoint(state.format.text.codePointAt(state.place) ?? 0);
  if (state.place >= state.format.text.length) {
    all.add('%!(NOVERB)');
    return;
  }
  state.place += letter.length;
  if (letter === '%') {
    addPart(all, state.format, state.place - 1, state.place);
    return;
  }
  const value = state.values[state.next];
  if (value === undefined) {
    all.add(first !== undefined || last !== undefined ? `%!${letter}(BADINDEX)` : `%!${letter}(MISSING)`);
    return;
  }
  state.next++;
  const flags: Flags = {
    plus: marks.includes('+'),
    minus: isLeft,
    sharp: marks.includes('#'),
    space: marks.includes(' '),
    zero: marks.includes('0') && !isLeft,
    width: wide,
    precision: exact,
  };
  writeValue(all, value, letter, flags);
}

/** Go gives up over so large a number before it reads its last digit. */
function isTooLarge(digits: string | undefined): boolean {
  return digits !== undefined && Number(digits.slice(0, -1)) > 1_000_000;
}

function goTo(state: State, index: string): void {
  state.isReordered = true;
  state.next = Number(index) - 1;
}

function starred(state: State, name: string, faults: string[]): number | undefined {
  const value = state.values[state.next++];
  if (value?.kind === 'int' && value.value < 1_000_000n && value.value > -1_000_000n) return Number(value.value);
  faults.push(`%!(BAD${name})`);
  return undefined;
}

function writeValue(all: Pieces, value: Value, letter: string, flags: Flags): void {
  const isPlain = flags.width === undefined && flags.precision === undefined;
  if (value.kind === 'string' && (letter === 's' || letter === 'v') && isPlain && !flags.sharp) {
    all.add(value.text, value.source);
    return;
  }
  if (letter === 'T') {
    const written = formatVerb(text(typeName(value)), 's', flags);
    all.add(written, madeOf([value.source]));
    return;
  }
  if (value.kind === 'string' && letter === 'q' && isPlain && !flags.sharp && !flags.plus) {
    const { text: written, source } = quotedText(value);
    all.add(written, source);
    return;
  }
  if (value.kind === 'string' && (letter === 's' || letter === 'v') && !flags.sharp) {
    const written = formatVerb(value, letter, flags);
    const kept = flags.precision === undefined ? value.text : [...value.text].slice(0, flags.precision).join('');
    const start = written.indexOf(kept);
    // Cut or padded: the characters of the value stay its own.
    all.add(written.slice(0, start), madeOf([value.source]));
    all.add(kept, value.source);
    all.add(written.slice(start + kept.length), madeOf([value.source]));
    return;
  }
  if (letter === 'v' && flags.sharp) {
    all.add(goSyntax(value), madeOf([value.source]));
    return;
  }
  // A plus before `v` asks for the names of fields, not for signs.
  const hasNames = letter === 'v' && value.kind !== 'struct';
  const written = formatVerb(value, letter, hasNames ? { ...flags, plus: false } : flags);
  all.add(written, letter === 'v' || letter === 'd' ? printedSource(written, value) : madeOf([value.source]));
}

/** `%#v`, for the values that templates make. */
function goSyntax(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return '<nil>';
    case 'string':
      return formatVerb(value, 'q', plainFlags);
    case 'list':
      return `${value.type}{${value.items.map((item) => heldSyntax(item)).join(', ')}}`;
    case 'map': {
      const keys = [...value.entries.keys()].sort();
      const inner = keys.map((key) => {
        const item = value.entries.get(key);
        return `${formatVerb(text(key), 'q', plainFlags)}:${item ? heldSyntax(item) : ''}`;
      });
      return `${value.type}{${inner.join(', ')}}`;
    }
    default:
      return formatVerb(value, 'v', plainFlags);
  }
}

function heldSyntax(value: Value): string {
  return value.kind === 'nil' ? 'interface {}(nil)' : goSyntax(value);
}

function writeExtra(all: Pieces, values: readonly Value[]): void {
  all.add('%!(EXTRA ');
  for (const [index, value] of values.entries()) {
    if (index > 0) all.add(', ');
    if (value.kind === 'nil') all.add('<nil>', madeOf([value.source]));
    else {
      all.add(`${typeName(value)}=`);
      const one = printed(value);
      all.add(one.text, one.source);
    }
  }
  all.add(')');
}
