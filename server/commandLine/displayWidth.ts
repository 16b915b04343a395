import { printable } from '../lint/printable';

/** How many cells of a terminal a text takes. */
export type WidthOf = (text: string) => number;

const tabStop = 4;

/** Measures any of the texts given. The tables of wide characters take longer to load than most files to check. */
export async function widthOfAll(texts: Iterable<string>): Promise<WidthOf> {
  for (const text of texts) {
    if (!/^[\t\x20-\x7E]*$/.test(text)) return (await import('string-width')).default;
  }
  return (text) => text.length;
}

/** A line with its tabs as spaces, so that what stands below it can be lined up. */
export function withoutTabs(line: string, widthOf: WidthOf): string {
  let shown = '';
  for (const [index, part] of printable(line).split('\t').entries()) {
    if (index > 0) shown += ' '.repeat(tabStop - (widthOf(shown) % tabStop));
    shown += part;
  }
  return shown;
}
