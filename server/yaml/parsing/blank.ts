const mark: unique symbol = Symbol('blank');

/**
 * A scalar that the user is asked for. A plain edit writes its value; a snippet edit selects the value, or offers the
 * choices, so that typing replaces it.
 */
export interface Blank {
  readonly [mark]: true;
  /** Written before the value, and not asked for. */
  readonly before: string;
  readonly value: string | number | boolean;
  /** Beside the value, the best first. */
  readonly choices: readonly (string | number | boolean)[];
}

/** A place for the user to fill in; `value` is what is proposed. */
export function blank(value: Blank['value'], ...choices: Blank['choices']): Blank {
  return { [mark]: true, before: '', value, choices };
}

/** A place for the user to fill in that is the last part of a string. */
export function blankBehind(before: string, value: string, ...choices: readonly string[]): Blank {
  return { [mark]: true, before, value, choices };
}

/** True for a blank. */
export function isBlank(value: unknown): value is Blank {
  return typeof value === 'object' && value !== null && mark in value;
}

/** What a blank amounts to where nobody is asked. */
export function filledIn({ before, value }: Blank): string | number | boolean {
  return before === '' ? value : before + String(value);
}

/** A blank in a text that was written: UTF-16 offsets in it, end exclusive. */
export interface WrittenBlank {
  readonly start: number;
  readonly end: number;
  /** What could stand there instead, as it would be written. */
  readonly choices: readonly string[];
}

// Private-use characters, so that no manifest means them.
const opening = '\uE001';
const separator = '\uE002';
const closing = '\uE003';

/** A text in which a blank is marked, until `readBlanks` finds it. */
export function markedBlank(text: string, choices: readonly string[]): string {
  return `${opening}${[text, ...choices].join(separator)}${closing}`;
}

/** A text that may be a blank, marked. */
export function markedText(text: string | Blank): string {
  if (!isBlank(text)) return text;
  return text.before + markedBlank(String(text.value), text.choices.map(String));
}

/** A text without its marks, and the blanks that they stood for. */
export function readBlanks(marked: string): { readonly text: string; readonly blanks: readonly WrittenBlank[] } {
  const [head = '', ...parts] = marked.split(opening);
  const blanks: WrittenBlank[] = [];
  let text = head;
  for (const part of parts) {
    const [inside = '', behind = ''] = part.split(closing);
    const [value = '', ...choices] = inside.split(separator);
    blanks.push({ start: text.length, end: text.length + value.length, choices });
    text += value + behind;
  }
  return { text, blanks };
}
