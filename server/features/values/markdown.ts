import { printable } from '../../lint/printable';

/** What is quoted in Markdown is a name or a value; more of it than this nobody reads. */
const longestQuote = 200;

/**
 * A name or a value that comes from a file, as a code span of Markdown that it can't leave, whatever it holds. Its fence is
 * longer than any run of backticks in it (CommonMark 0.31, 6.1).
 */
export function codeSpan(value: string): string {
  const text = shortened(printable(value));
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const padding = text === '' || /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** A name in bold letters, or in a code span if it holds anything that Markdown could take for more. */
export function boldName(name: string): string {
  return /^[A-Za-z][\w./-]*$/.test(name) ? `**${name}**` : codeSpan(name);
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
