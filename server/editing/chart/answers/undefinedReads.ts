import { nearestWord } from '../../../nearestWord';
import { isMapping, mayHaveMore, members } from '../../../yaml/field/field';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { allValuesFiles, fieldsOfValue, keysOfValue } from '../model/chartValues';
import { each, shownPath, type ValuePath } from '../model/valuePath';
import { fieldOf, type Meaning } from '../reading/meaning';
import { accessesIn, type NamePlace } from '../reading/notes';
import { readPaths } from '../reading/readPaths';
import type { Hint } from './hint';
import { knownNames } from './unknownKeys';
import { schemaPlaces, valuesIn } from './valuePlaces';

/** The values that a template reads which nothing says, without asking anywhere whether they are there. */
export function undefinedReads(index: ChartIndex, { file, charts: holders }: IndexedFile): Hint[] {
  // What a library is called with may have been looked at by whoever calls it.
  if (holders.some(({ description }) => description.isLibrary)) return [];
  const { top, reading } = index;
  // What is taken over from dependencies may say anything.
  const charts = [...allCharts(top)];
  if (charts.some(({ description }) => description.dependencies.some(({ imports }) => imports.length > 0))) return [];
  const reads = readPaths(top, reading);
  const files = allValuesFiles(top);
  const own = files.filter(({ isOwn }) => isOwn);
  const isUndefined = (path: ValuePath): boolean => {
    if (path[0] === 'global' || path.includes(each) || reads.isTested(path)) return false;
    const above = own.flatMap((from) => fieldsOfValue(from, path.slice(0, -1)));
    const isClosed = above.some((field) => isMapping(field) && members(field).length > 0);
    if (!isClosed || above.some((field) => field.state === 'unknown' || mayHaveMore(field))) return false;
    return files.every((from) => keysOfValue(from, path).length === 0) && schemaPlaces(index, [path]).length === 0;
  };
  const hints = new Map<number, Hint>();
  const defined = new Set<number>();
  for (const { names, base } of accessesIn(reading.notes, file)) {
    const missing = firstMissing(base, names, isUndefined);
    for (const { start } of names.slice(0, missing?.position ?? names.length)) defined.add(start);
    if (!missing) continue;
    const { name, start, end } = missing.place;
    const nearest = nearestWord(
      name,
      knownNames(index)
        .beside(missing.path)
        .filter((other) => other !== name),
    );
    const meant =
      nearest === undefined ? '' : `; ${shownPath([...missing.path.slice(0, -1), nearest])} is meant, perhaps`;
    const message = `No values file says ${shownPath(missing.path)}, and nothing stands in for it${meant}`;
    hints.set(start, { start, end, code: 'undefined-value', message, meant: nearest });
  }
  // What some caller gives is there.
  return [...hints.values()].filter(({ start }) => !defined.has(start));
}

function firstMissing(
  base: Meaning,
  names: readonly NamePlace[],
  isUndefined: (path: ValuePath) => boolean,
): { readonly place: NamePlace; readonly path: ValuePath; readonly position: number } | undefined {
  let meaning = base;
  for (const [position, place] of names.entries()) {
    if (place.name === '') return undefined;
    meaning = fieldOf(meaning, place.name);
    const paths = valuesIn(meaning);
    const [path] = paths;
    if (path && meaning.kind !== 'oneOf' && paths.every(isUndefined)) return { place, path, position };
  }
  return undefined;
}
