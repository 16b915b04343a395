import { parse } from 'yaml';
import { isObject } from '../../server/unknownJson';
import { madeAt } from './madeAt';

/** A group of the table of contents, with the names of its pages. */
export interface WrittenGroup {
  readonly title: string;
  readonly pages: readonly string[];
}

const place = 'media/cheatsheet/contents.yaml';

/**
 * Reads the table of contents.
 *
 * @param files the names of the pages that are there
 * @throws when it lists a page that is not there, or twice, or one that is there nowhere: it names them.
 */
export function readContents(source: string, files: readonly string[]): WrittenGroup[] {
  const contents: unknown = madeAt(place, () => parse(source));
  if (!isObject(contents)) throw new Error(`${place}: it holds groups with lists of pages`);
  const groups = Object.entries(contents).map(([title, pages]) => {
    if (!Array.isArray(pages)) throw new Error(`${place}: "${title}" is a list of pages`);
    return { title, pages: pages.map(String) };
  });
  const listed = groups.flatMap(({ pages }) => pages);
  const faults = [
    ...listed.flatMap((page, at) => (listed.indexOf(page) < at ? [`${place}: it lists "${page}" twice.`] : [])),
    ...listed
      .filter((page) => !files.includes(page))
      .map((page) => `${place}: it lists "${page}", but there is no media/cheatsheet/${page}.md.`),
    ...files
      .filter((page) => !listed.includes(page))
      .map((page) => `media/cheatsheet/${page}.md: ${place} does not list it. List it there, or delete it.`),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return groups;
}
