import type { WrittenBlank } from '../../yaml/parsing/blank';
import type { TextEdit } from '../../yaml/write/rendering';

/**
 * The new texts of edits that belong together as one snippet (LSP 3.18, "Snippet Syntax"): blanks become its
 * placeholders, numbered through all edits.
 *
 * @param edits in the order of the text
 */
export function snippetTexts(edits: readonly TextEdit[]): string[] {
  let number = 0;
  return edits.map(({ newText, blanks = [] }) => {
    let text = '';
    let offset = 0;
    for (const blank of blanks) {
      text += escaped(newText.slice(offset, blank.start));
      number++;
      text += placeholder(number, newText.slice(blank.start, blank.end), blank);
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
