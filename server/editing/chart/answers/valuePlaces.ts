import { type GivenFile, textOf } from '../../../rendering/charts/chart/givenFile';
import { descend, type Field, items, stringOf } from '../../../yaml/field/field';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';

import { allValuesFiles, keysOfValue, pathsInFile, type ValuesFile } from '../model/chartValues';
import { each, mayMeet, pathKey, type ValuePath } from '../model/valuePath';
import { documentsOf, type FoundKey, foundKey } from '../model/yamlFile';
import { fieldOf, type Meaning } from '../reading/meaning';
import { accessesIn, pathsOf } from '../reading/notes';
import { pathOfKey } from './thingAt';

/** A place in a file of the chart. */
export interface Place extends OffsetRange {
  readonly file: GivenFile;
}

/** A key of a values file that says a value. */
export interface SaidValue {
  readonly from: ValuesFile;
  readonly found: FoundKey;
}

/** The keys that say a value, what counts more first: environments, then the charts' own values from the topmost down. */
export function saidValues({ top }: ChartIndex, paths: readonly ValuePath[]): SaidValue[] {
  const seen = new Set<string>();
  const said: SaidValue[] = [];
  for (const from of allValuesFiles(top)) {
    for (const path of paths) {
      for (const found of keysOfValue(from, path)) {
        const key = `${from.file.path}\n${found.key.start}\n${from.chart.folder}`;
        if (!seen.has(key)) said.push({ from, found });
        seen.add(key);
      }
    }
  }
  return said;
}

/** The places where expressions of templates name a value. */
export function readPlaces({ reading }: ChartIndex, paths: readonly ValuePath[]): Place[] {
  const wanted = new Set(paths.map((path) => path.at(-1)));
  const found: Place[] = [];
  for (const file of reading.notes.accesses.keys()) {
    const inFile = new Map<number, Place>();
    for (const { names: followed, base } of accessesIn(reading.notes, file)) {
      let meaning: Meaning = base;
      for (const { name, start, end } of followed) {
        const named = wanted.has(name) ? namedIn(meaning, name) : [];
        meaning = fieldOf(meaning, name);
        if (named.some((one) => paths.some((path) => mayMeet(one, path)))) inFile.set(start, { file, start, end });
      }
    }
    found.push(...[...inFile.values()].sort((one, other) => one.start - other.start));
  }
  return found;
}

/** The paths of the values whose last key a name is, looked up in something; what `dict` names is none. */
export function namedIn(meaning: Meaning, name: string): ValuePath[] {
  const all = meaning.kind === 'oneOf' ? meaning.of : [meaning];
  return all.flatMap((one) => (one.kind === 'value' ? pathsOf(fieldOf(one, name)) : []));
}

/** The paths of what a name itself leads to: not of what is in it. */
export function valuesIn(meaning: Meaning): ValuePath[] {
  const all = meaning.kind === 'oneOf' ? meaning.of : [meaning];
  return all.flatMap((one) => (one.kind === 'value' && one.path.length > 0 ? pathsOf(one) : []));
}

/** The properties of schemas that speak of a value. */
export function schemaPlaces({ top }: ChartIndex, paths: readonly ValuePath[]): Place[] {
  return [...allCharts(top)].flatMap((chart) => {
    const file = chart.files.get('values.schema.json');
    if (!file) return [];
    const [document] = documentsOf(file);
    return paths
      .flatMap((path) => pathsInFile(chart, path))
      .flatMap((own) => {
        const name = own.at(-1);
        if (!document || name === undefined) return [];
        const steps = (path: ValuePath) => path.flatMap((step) => (step === each ? ['items'] : ['properties', step]));
        const key = foundKey(file, descend(document.root, ...steps(own)), document.start);
        const required = items(descend(document.root, ...steps(own.slice(0, -1)), 'required'));
        const places = required.flatMap((item) =>
          stringOf(item) === name ? inQuotes(file, item, document.start) : [],
        );
        return [...(key ? [{ file, ...key.key }] : []), ...places];
      });
  });
}

/** Where a text stands in a file, without its quotes. */
function inQuotes(file: GivenFile, item: Field, start: number): Place[] {
  const range = item.node?.range;
  if (!range) return [];
  const inset = /["']/.test(textOf(file)[start + range[0]] ?? '') ? 1 : 0;
  return [{ file, start: start + range[0] + inset, end: start + range[1] - inset }];
}

/** The places in `Chart.yaml` where a value switches a dependency. */
export function conditionPlaces({ top }: ChartIndex, paths: readonly ValuePath[]): Place[] {
  const wanted = new Set(paths.map(pathKey));
  const found: Place[] = [];
  for (const chart of allCharts(top)) {
    for (const file of chart.describing) {
      for (const { index, 1: lead = '', 2: conditions = '' } of textOf(file).matchAll(
        /^([ \t-]*condition:[ \t]*)([^\n#]*)/gm,
      )) {
        for (const { index: at, 0: condition } of conditions.matchAll(/[^\s,"']+/g)) {
          let start = index + lead.length + at;
          const path: string[] = [];
          for (const name of condition.split('.')) {
            path.push(name);
            if (wanted.has(pathKey(pathOfKey(chart, path)))) found.push({ file, start, end: start + name.length });
            start += name.length + 1;
          }
        }
      }
    }
  }
  return found;
}
