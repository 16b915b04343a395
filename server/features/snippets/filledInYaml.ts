import { plainScalarValue } from '../../yaml/parsing/scalar';
import { parseSnippet } from './snippetText';

/**
 * A snippet of YAML with values in place of its tab stops, and the default values where there is none. Strings stay strings:
 * one that YAML would take for something else, such as `yes` or `1.0`, is quoted where it is all of a value.
 */
export function filledInYaml(body: string, values: ReadonlyMap<number, string | number>): string {
  const parts = parseSnippet(body);
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const value = values.get(part.number) ?? part.value;
    const next = parts[index + 1];
    const isWhole = beginsValue(text) && (next === undefined || (next.kind === 'text' && endsValue(next.text)));
    const isGiven = typeof value === 'string' && values.has(part.number);
    text += isGiven && isWhole && !isPlainString(value) ? JSON.stringify(value) : value;
  }
  return text;
}

function beginsValue(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return !/(?:^|\s)#/.test(line) && /(?:^\s*|:\s+|^\s*(?:-\s+)+|[[{,]\s*)$/.test(line);
}

function endsValue(text: string): boolean {
  return /^(?:[ \t]*(?:\r?\n|$)|[ \t]+#|\s*[\]},])/.test(text);
}

/** What begins like a number or a date is quoted in any case: readers differ in what they take for one. */
function isPlainString(value: string): boolean {
  return /^[A-Za-z/]/.test(value) && !/:\s|\s#|:$|\s$/.test(value) && plainScalarValue(value).type === 'string';
}
