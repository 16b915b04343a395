/** The middle one of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** A number with about three digits, and commas between thousands. */
export function rounded(number: number): string {
  if (Number.isNaN(number)) return '–';
  const decimals = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  return number.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Milliseconds with their unit. */
export function milliseconds(time: number): string {
  return Number.isNaN(time) ? '–' : `${rounded(time)} ms`;
}

/** How many times longer the first takes than the second. */
export function ratio(theirs: number, ours: number): string {
  const times = theirs / ours;
  return Number.isFinite(times) ? `${rounded(times)}×` : '–';
}

/** Whether something measured is as promised, as a table says it. */
export function verdict(promise: string, isKept: boolean): string {
  return `${promise}: ${isKept ? 'ok' : '**missed**'}`;
}

/** A table in Markdown; the first column is text, the others are aligned to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
