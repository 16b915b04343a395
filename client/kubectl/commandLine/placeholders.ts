import type { FilledPlaceholder, Helper, InputName, Word } from '../catalogue/helper';

/** What was picked, typed or filled in, by placeholder. */
export type Values = Readonly<Partial<Record<InputName | FilledPlaceholder, string>>>;

const placeholder = /<([a-z][A-Za-z]*)>/g;

/** The placeholders of a text, in its order. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** What a helper's command lines hold for the user or the settings to fill in, each once. */
export function placeholdersOfHelper(helper: Helper): string[] {
  return [...new Set(textsOf(helper).flatMap(placeholdersOf))];
}

function textsOf(helper: Helper): readonly string[] {
  switch (helper.kind) {
    case 'kubectl':
      return helper.steps.flatMap(({ words }) => words).flatMap(wordsOf);
    case 'shell':
      return helper.aliases;
    case 'host':
      return helper.lines.map(({ line }) => line);
  }
}

/** The words of a step's word: those of a group, or itself. */
export function wordsOf(word: Word): readonly string[] {
  return typeof word === 'string' ? [word] : word.words;
}

/** A text with the values of its placeholders; undefined where one has none. */
export function filledIn(pattern: string, values: Values): string | undefined {
  let complete = true;
  const filled = pattern.replaceAll(placeholder, (_whole, name: string) => {
    const value = isKnown(name, values) ? values[name] : undefined;
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? filled : undefined;
}

function isKnown(name: string, values: Values): name is InputName | FilledPlaceholder {
  return Object.hasOwn(values, name);
}
