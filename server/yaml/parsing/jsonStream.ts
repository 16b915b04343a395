import type { OffsetRange } from './lines';

/**
 * Where the JSON values end that a text begins with, if something else follows them on a line of its own: kubectl reads
 * a text that begins with `{` as JSON for as long as it is that, and the rest as YAML.
 */
export function jsonEnd(text: string): number | undefined {
  if (!beginsAsJson(text) || isJson(text)) return undefined;
  const last = jsonValues(text).at(-1);
  if (!last) return undefined;
  const lineEnd = /[ \t]*(?:\r?\n|\r)/y;
  lineEnd.lastIndex = last.end;
  return lineEnd.test(text) && text.slice(lineEnd.lastIndex).trim() !== '' ? lineEnd.lastIndex : undefined;
}

/** The objects that a JSON text holds one behind the other; a text that is no JSON, or begins otherwise, has none. */
export function jsonValues(text: string): OffsetRange[] {
  const values: OffsetRange[] = [];
  for (let start = text.search(/\S/); start >= 0 && text.charAt(start) === '{'; ) {
    const end = objectEnd(text, start);
    if (end === undefined || !isJson(text.slice(start, end))) break;
    values.push({ start, end });
    start = end;
    while (start < text.length && /\s/.test(text.charAt(start))) start++;
  }
  return values;
}

function beginsAsJson(text: string): boolean {
  // Two braces begin a template's action.
  return /^[^\S\uFEFF]*\{(?!\{)/.test(text);
}

/** The offset behind the brace that closes an object. */
function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '"') {
      const end = stringEnd(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (unit === '{' || unit === '[') {
      depth++;
    } else if (unit === '}' || unit === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** The offset of the quote that ends a string. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '"') return at;
    else if (unit === '\n') return undefined;
  }
  return undefined;
}

/** True for one value in JSON and nothing else. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
