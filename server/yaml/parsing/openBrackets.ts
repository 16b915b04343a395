import { unclosedFlow } from './continuations';
import type { Insertion } from './insertions';
import { lineStartAt, nextLineAt } from './lines';

/**
 * The brackets that close a flow collection somebody is still writing: at the end of its last line, above the next key that stands
 * no deeper than its own. Undefined for a text in which all are closed.
 */
export function missingBrackets(text: string): readonly Insertion[] | undefined {
  const start = unclosedFlow(text);
  if (start === undefined) return undefined;
  const indent = indentOf(text, start);
  let end = nextLineAt(text, start);
  while (end < text.length && !endsFlow(text, end, indent)) end = nextLineAt(text, end);
  const written = withoutComment(text.slice(start, end)).trimEnd();
  const brackets = openBrackets(written);
  return brackets === '' ? undefined : [{ at: start + written.length, text: brackets }];
}

/** True for a line with a key or an item of block style that is no deeper than the one which the flow collection belongs to. */
function endsFlow(text: string, at: number, indent: number): boolean {
  const line = text.slice(at, nextLineAt(text, at));
  return line.search(/\S/) <= indent && /^ *(?:- |-?\s*[\w./"'-]+[ \t]*:(?:\s|$)|---|\.\.\.)/.test(line);
}

/** The column of the key, behind the dashes before it. */
function indentOf(text: string, at: number): number {
  const lineStart = lineStartAt(text, at);
  return /^[ ]*(?:- +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
}

function withoutComment(flow: string): string {
  return flow.replace(/\s#[^\n]*\s*$/, '');
}

function openBrackets(flow: string): string {
  let open = '';
  for (const [written] of flow.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\]{}]/g)) {
    if (written === '[') open = `]${open}`;
    else if (written === '{') open = `}${open}`;
    else if (written === open.charAt(0)) open = open.slice(1);
  }
  return open;
}
