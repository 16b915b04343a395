/*
 * Tests that needed more than one attempt. Mocha counts one among those that passed, but what fails now and then hides
 * faults: each run names them at its end, and CI takes few.
 */

/** Notes the tests that a run tries again, and gives their full titles, each once, in the order they failed first. */
export function retriedIn(runner: Mocha.Runner): () => string[] {
  const titles = new Set<string>();
  runner.on('retry', (test) => titles.add(test.fullTitle()));
  return () => [...titles];
}

const lineStart = 'Retried: ';

/** What a layer of tests writes about these tests, in lines. */
export function retriedLines(titles: readonly string[]): string[] {
  return titles.map((title) => `${lineStart}${title.replaceAll(/\s+/g, ' ')}`);
}

/** The titles in what a layer of tests wrote, among all else that it wrote. */
export function retriedTitles(output: string): string[] {
  const lines = output.split(/\r?\n/).filter((line) => line.startsWith(lineStart));
  return lines.map((line) => line.slice(lineStart.length));
}

/** The end of a run of all layers: what was retried in which layer, and what is wrong if that is more than `most`. */
export function summaryOfRetried(
  layers: readonly { readonly name: string; readonly retried: readonly string[] }[],
  most = Number.POSITIVE_INFINITY,
): { readonly lines: string[]; readonly isTooMany: boolean } {
  const all = layers.flatMap(({ name, retried }) => retried.map((title) => `  ${name}: ${title}`));
  if (all.length === 0) return { lines: [], isTooMany: false };
  const isTooMany = all.length > most;
  const heading = all.length === 1 ? 'A test was retried:' : `${all.length} tests were retried:`;
  const verdict = `That is more than ${most}: find out why they fail at times, and mend that. The run counts as failed.`;
  return { lines: [heading, ...all, ...(isTooMany ? [verdict] : [])], isTooMany };
}
