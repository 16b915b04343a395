import { booleanOf, type Field, isMapping, items, textOf } from '../../yaml/field/field';
import { type PlacedText, placedText } from '../../yaml/field/placedText';

/** Something that nobody can know from the file: whatever it is part of isn't told of. */
class UnknownPart extends Error {}

/** What is read; undefined if some part of it can't be known. */
export function whollyKnown<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownPart) return undefined;
    throw error;
  }
}

/** To be called for what nobody can know. */
export function giveUp(): never {
  throw new UnknownPart();
}

/** True for a text that some tool fills in before it counts. */
export function isFilledIn(text: string): boolean {
  return /\{\{|\$\{/.test(text);
}

/** A text, whatever YAML takes it for; undefined where none is written. */
export function textAt(field: Field): string | undefined {
  if (field.state === 'absent') return undefined;
  const text = textOf(field);
  return text === undefined || isFilledIn(text) ? giveUp() : text;
}

/** A text that has to be there. */
export function neededText(field: Field): string {
  return textAt(field) ?? giveUp();
}

/** Whether something is switched on. */
export function flagAt(field: Field): boolean {
  return field.state === 'absent' ? false : (booleanOf(field) ?? giveUp());
}

/** The items of a list; none where nothing is written. */
export function itemsAt(field: Field): readonly Field[] {
  if (field.state === 'absent') return [];
  const isList = field.state === 'known' && !isMapping(field) && textOf(field) === undefined;
  return isList ? items(field) : giveUp();
}

/** A mapping as a text of its own; undefined where none is written. */
export function mappingAt(field: Field, start: number): PlacedText | undefined {
  if (field.state === 'absent') return undefined;
  return isMapping(field) ? (placedText(field, start) ?? giveUp()) : giveUp();
}

/** A text as `--set` takes a value: a comma would begin the next key, but for one in a list such as `{a,b}`. */
export function settable(value: string): string {
  return /^\{.*\}$/s.test(value) ? value : value.replace(/(\\.)|,/g, (_, escaped) => escaped ?? '\\,');
}
