/** Characters of a scalar that stand in the text in a row. */
export interface Run {
  /** Where they stand in the scalar's value. */
  readonly at: number;
  /** Where they stand in the text. */
  readonly from: number;
  readonly length: number;
}

/** Notes a run; one that goes on where the last one ended makes that one longer. */
export function addRun(runs: Run[], { at, from, length }: Run): void {
  if (length === 0) return;
  const last = runs.at(-1);
  const isNext = last !== undefined && last.at + last.length === at && last.from + last.length === from;
  if (isNext) runs[runs.length - 1] = { ...last, length: last.length + length };
  else runs.push({ at, from, length });
}
