import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { nearestWord } from '../../server/nearestWord';
import { renderedDiagram } from '../diagrams/renderedDiagram';
import { madeAt } from './madeAt';

/** The diagrams of the cheat-sheet: their sources, and which pages have shown them so far. */
export interface Diagrams {
  /** By name: the file's, without folder and ending. */
  readonly sources: ReadonlyMap<string, string>;
  readonly shown: Map<string, Set<string>>;
}

/** Reads a folder of diagrams. */
export async function readDiagrams(folder: string): Promise<Diagrams> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml'));
  const sources = files.map(
    async (file): Promise<[string, string]> => [
      path.basename(file, '.yaml'),
      await readFile(path.join(folder, file), 'utf8'),
    ],
  );
  return { sources: new Map(await Promise.all(sources)), shown: new Map() };
}

/**
 * A diagram as a figure of a page.
 *
 * @throws when it is not there, or can't be drawn, or the page shows it already: it says what to do.
 */
export function shownDiagram({ sources, shown }: Diagrams, page: string, name: string): string {
  const source = sources.get(name);
  if (source === undefined) {
    const nearest = nearestWord(name, [...sources.keys()]);
    const advice = nearest === undefined ? 'Draw it, or take the picture away.' : `Did you mean ${nearest}.yaml?`;
    throw new Error(`there is no drawing media/diagrams/${name}.yaml. ${advice}`);
  }
  const pages = shown.get(name) ?? new Set();
  if (pages.has(page)) throw new Error(`the page shows the drawing ${name}.yaml already. Link to it instead.`);
  shown.set(name, pages.add(page));
  return madeAt(`media/diagrams/${name}.yaml`, () => renderedDiagram(page, name, source));
}

/** @throws when no page shows a diagram: it names each. */
export function refuseUnshown({ sources, shown }: Diagrams): void {
  const unshown = [...sources.keys()].filter((name) => !shown.has(name));
  if (unshown.length === 0) return;
  const reasons = unshown.map(
    (name) =>
      `media/diagrams/${name}.yaml: no page shows it. Show it with ![…](../diagrams/${name}.yaml), or delete it.`,
  );
  throw new Error(reasons.join('\n'));
}
