import { looksRandom } from './randomness';
import { isExpression, type TextSyntax } from './textSyntax';

/** A value as a text writes it. */
export interface WrittenValue {
  readonly start: number;
  readonly text: string;
}

/** In UTF-16 units: how far one looks for where a line begins, or for where a value ends. */
export const longestLine = 1000;

/**
 * The value that begins at an offset: what quotes hold, else a word. Undefined where no value is written, but what
 * fetches one, or what goes on with the command.
 *
 * @param before the line as far as the name that the value is assigned to
 */
export function valueAt(text: string, offset: number, before: string, syntax: TextSyntax): WrittenValue | undefined {
  // What YAML writes before a value: an anchor, or a tag of its own.
  const [properties] =
    syntax === 'settings' ? (/^(?:(?:&[\w-]+|!!\w+)[ \t]+)*/.exec(text.slice(offset, offset + 100)) ?? ['']) : [''];
  // Python and Rust say with letters what kind of text it is.
  const [prefix] =
    syntax === 'program' ? (/^(?:[rbufRBUF]{1,2}(?=["']))?/.exec(text.slice(offset, offset + 3)) ?? ['']) : [''];
  const start = offset + properties.length + prefix.length;
  const quoted = quotedAt(text, start);
  if (quoted) return quoted;
  const line = /[^\r\n]*/.exec(text.slice(start, start + longestLine))?.[0] ?? '';
  if (syntax === 'program') return numberAt(line, start);
  // An alias, or a tag of YAML's that has a program fetch the value; or a shell's next command.
  if (/^(?:\*[A-Za-z]|![A-Za-z][\w:.-]*[ \t]|[|&;<>)\]},])/.test(line)) return undefined;
  if (syntax === 'shell' && line.startsWith('(')) return undefined;
  // A shell's command goes on behind the word; a file's line is the value, if there are but words in it.
  const word = /^[^\s"']*/.exec(line)?.[0] ?? '';
  if (isExpression(line, before, syntax) && !word.split(/[.:>-]+/).some(looksRandom)) return undefined;
  const rest = line.slice(word.length).replace(/\s+#.*$/, '');
  if (/^(?:\s+(?!-)[\w.,!?'-]+){2,}\s*$/.test(rest)) return { start, text: word + rest };
  return { start, text: word.replace(/[,;)\]}]+$/, '') };
}

function numberAt(line: string, start: number): WrittenValue | undefined {
  const [number] = /^\d+(?=[\s,;)\]}]|$)/.exec(line) ?? [];
  return number === undefined ? undefined : { start, text: number };
}

/** What quotes hold, be they escaped for a text around them. */
function quotedAt(text: string, start: number): WrittenValue | undefined {
  const [quote] = /^\\{0,3}["']/.exec(text.slice(start, start + 4)) ?? [];
  if (quote === undefined) return undefined;
  const from = start + quote.length;
  const end = text.indexOf(quote, from);
  if (end < 0 || end - start >= longestLine) return undefined;
  const held = text.slice(from, end);
  return held.includes('\n') ? undefined : { start: from, text: held };
}

/** What stands on a line before an offset, as far as one looks. */
export function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - longestLine), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}
