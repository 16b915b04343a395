import { textOf } from '../../../rendering/charts/chart/givenFile';
import { member } from '../../../yaml/field/field';
import type { ChartIndex } from '../model/chartIndex';
import { allValuesFiles, fieldsOfValue } from '../model/chartValues';
import { leadsThrough, mayLeadThrough, mayMeet, pathKey, shownPath, type ValuePath } from '../model/valuePath';
import { fieldOf, type Meaning } from '../reading/meaning';
import { accessesIn } from '../reading/notes';
import { mayBeKeyed, otherNameOf } from './otherNames';
import type { Renaming } from './renaming';
import { pathOfKey } from './thingAt';
import { sectionsIn } from './unusedValues';
import { conditionPlaces, namedIn, type Place, readPlaces, saidValues, schemaPlaces } from './valuePlaces';
import { hasBrokenTemplate } from './wholeTemplates';

/** So many values one expression may read are renamed together. */
const mostPaths = 40;

/** Changes the key of a value in the chart's values, its schema, its templates and its `Chart.yaml`. */
export function renamedValue(index: ChartIndex, given: readonly ValuePath[], newName: string): Renaming {
  const refused = (reason: string): Renaming => ({ state: 'refused', reason });
  if (hasBrokenTemplate(index))
    return refused('A template of this chart isn’t whole, so nobody knows what it reads. Mend it first.');
  const paths = sameValues(index, given);
  const fault = faultOf(index, paths, newName);
  if (fault !== undefined) return refused(fault);
  const reads = readPlaces(index, paths);
  const places: Place[] = [
    ...reads,
    ...saidValues(index, paths).map(({ found }) => ({ file: found.file, ...found.key })),
    ...schemaPlaces(index, paths),
    ...conditionPlaces(index, paths),
  ];
  if (paths.length >= mostPaths) return refused(`${shown(paths)} is read together with too many other values.`);
  for (const path of paths) {
    const other = otherNameOf(index, path, places);
    if (other !== undefined) return refused(other);
  }
  const packed = places.find(({ file }) => index.pathOf(file) === undefined);
  if (packed)
    return refused(`${shown(paths)} is also named in ${packed.file.path} of a packed chart, which can’t be edited.`);
  const isField = reads.some(({ file, start }) => textOf(file)[start - 1] === '.');
  if (isField && !/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(newName)) {
    return refused(`${newName} can’t stand behind a dot: write letters, digits and _.`);
  }
  return { state: 'possible', places };
}

/** What keeps a value from having another name. */
function faultOf(index: ChartIndex, paths: readonly ValuePath[], newName: string): string | undefined {
  if (!/^[A-Za-z_][\w.-]*$/.test(newName) || /^(?:y|n|yes|no|on|off|true|false|null|global)$/i.test(newName)) {
    return `${newName} would need quotes, or means something else in YAML: write another name.`;
  }
  const sections = sectionsIn(index.top);
  for (const path of paths) {
    if (path[0] === 'global' && path.length === 1) return '.Values.global has its name from Helm.';
    if (sections.has(pathKey(path))) return `${shownPath(path)} is the name of a chart: change it in Chart.yaml.`;
    const { notes } = index.reading;
    const whole = [...notes.whole.values()].find(
      (above) =>
        above.length > 0 &&
        above.length < path.length &&
        mayLeadThrough(path, above) &&
        !sections.has(pathKey(above)) &&
        mayBeKeyed(index, path, above),
    );
    if (whole && pathKey(whole) !== 'global') {
      return `${shownPath(path.slice(0, whole.length))} is handed on with all that is in it, so others may go by the name ${path.at(-1)}.`;
    }
    const beside = [...path.slice(0, -1), newName];
    const isTaken = allValuesFiles(index.top).some((from) =>
      fieldsOfValue(from, path.slice(0, -1)).some((field) => member(field, newName).key !== undefined),
    );
    if (isTaken) return `There is already a ${shownPath(beside)}.`;
  }
  return undefined;
}

/** The values that have to keep one name together: an expression reads all of them, or a file is for several charts. */
function sameValues(index: ChartIndex, given: readonly ValuePath[]): ValuePath[] {
  const paths = new Map(given.map((path) => [pathKey(path), path]));
  for (let before = 0; before < paths.size && paths.size < mostPaths; ) {
    before = paths.size;
    for (const path of alsoRead(index, paths)) paths.set(pathKey(path), path);
    for (const { from, found } of saidValues(index, [...paths.values()])) {
      const at = index.at(found.file.path);
      for (const path of [...paths.values()]) {
        const own = leadsThrough(path, from.chart.section) ? path.slice(from.chart.section.length) : undefined;
        if (!own || path[0] === 'global') continue;
        for (const chart of at?.charts ?? []) paths.set(pathKey(pathOfKey(chart, own)), pathOfKey(chart, own));
      }
    }
  }
  return [...paths.values()];
}

/** What is read by the expressions that read some values. */
function alsoRead({ reading }: ChartIndex, paths: ReadonlyMap<string, ValuePath>): ValuePath[] {
  const found: ValuePath[] = [];
  const given = [...paths.values()];
  for (const file of reading.notes.accesses.keys()) {
    const byPlace = new Map<number, ValuePath[]>();
    for (const { names, base } of accessesIn(reading.notes, file)) {
      let meaning: Meaning = base;
      for (const { name, start } of names) {
        byPlace.set(start, [...(byPlace.get(start) ?? []), ...namedIn(meaning, name)]);
        meaning = fieldOf(meaning, name);
      }
    }
    for (const read of byPlace.values())
      if (read.some((path) => given.some((one) => mayMeet(one, path)))) found.push(...read);
  }
  return found;
}

function shown(paths: readonly ValuePath[]): string {
  return shownPath(paths[0] ?? []);
}
