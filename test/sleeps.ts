/** The longest rest, in milliseconds, that a test may take between two looks at what it waits for. */
export const longestRest = 50;

/** The calls in a formatted module that rest longer, or for who knows how long, each with its line, counted from 1. */
export function sleepsIn(text: string): { readonly line: number; readonly call: string }[] {
  return [...text.matchAll(resting)].flatMap((found) => {
    const call = found[1] === undefined ? found[0] : callAt(text, found.index);
    const time = found[1] === undefined ? found[2] : timeOf(found[1], call);
    if (time !== undefined && Number(time.replaceAll('_', '')) <= longestRest) return [];
    return [{ line: text.slice(0, found.index).split('\n').length, call: call.replaceAll(/\s+/g, ' ') }];
  });
}

/** Calls that rest, and what rests without being one: pauses between keys, and the promises of Node, whose names are the importer's. */
const resting = /\b(setTimeout|waitForTimeout)\(|\bdelay: ([\d_]+)|'node:timers\/promises'|\bawait deadline\(/g;

/** The text of a call from its name to its closing bracket. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let end = text.indexOf('(', start); end < text.length; end++) {
    if ('([{'.includes(text[end] ?? '')) depth++;
    if (')]}'.includes(text[end] ?? '')) depth--;
    if (depth === 0) return text.slice(start, end + 1);
  }
  return text.slice(start);
}

/** The number that says how long a call rests, if it is written there. */
function timeOf(name: string, call: string): string | undefined {
  if (name === 'waitForTimeout') return /^\w+\(([\d_]+)\)$/.exec(call)?.[1];
  // What is to be done comes first, and may be of any length.
  return /,\s*([\d_]+),?\s*\)$/.exec(call)?.[1];
}
