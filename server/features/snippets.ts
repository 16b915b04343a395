import type { WrittenBlank } from '../yaml/parsing/blank';
import type { TextEdit } from '../yaml/write/rendering';

/**
 * The new texts of edits that belong together as one snippet (LSP 3.18, "Snippet Syntax"): blanks become its
 * placeholders, numbered through all edits, and those of one name share a number.
 *
 * @param edits in the order of the text
 */
export function snippetTexts(edits: readonly TextEdit[]): string[] {
  const numbers = new Map<string, number>();
  let last = 0;
  const numberOf = (name: string) => {
    const known = name === '' ? undefined : numbers.get(name);
    if (known !== undefined) return known;
    last++;
    if (name !== '') numbers.set(name, last);
    return last;
  };
  return edits.map(({ newText, blanks = [] }) => {
    let text = '';
    let offset = 0;
    for (const blank of blanks) {
      text += escaped(newText.slice(offset, blank.start));
      text += placeholder(numberOf(blank.name), newText.slice(blank.start, blank.end), blank);
      offset = blank.end;
    }
    return text + escaped(newText.slice(offset));
  });
}

function placeholder(number: number, value: string, { choices }: WrittenBlank): string {
  const all = [value, ...choices.filter((choice) => choice !== value)];
  if (all.length === 1) return value === '' ? `$${number}` : `\${${number}:${escaped(value)}}`;
  return `\${${number}|${all.map((choice) => escaped(choice).replace(/[,|]/g, '\\$&')).join(',')}|}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
