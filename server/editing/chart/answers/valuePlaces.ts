import type { GivenFile } from '../../../rendering/charts/chart/chart';
import { descend } from '../../../yaml/field/field';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { textOf } from '../model/chartText';
import { allValuesFiles, keysOfValue, pathsInFile, type ValuesFile } from '../model/chartValues';
import { each, pathKey, type ValuePath } from '../model/valuePath';
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
  const wanted = new Set(paths.map(pathKey));
  const found: Place[] = [];
  for (const file of reading.notes.accesses.keys()) {
    const inFile = new Map<number, Place>();
    for (const { names, base } of accessesIn(reading.notes, file)) {
      let meaning: Meaning = base;
      for (const { name, start, end } of names) {
        meaning = fieldOf(meaning, name);
        if (inFile.has(start) || meaning.kind === 'unknown') continue;
        const isMeant = valuesIn(meaning).some((path) => wanted.has(pathKey(path)));
        if (isMeant) inFile.set(start, { file, start, end });
      }
    }
    found.push(...[...inFile.values()].sort((one, other) => one.start - other.start));
  }
  return found;
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
        if (!document || own.length === 0) return [];
        const names = own.flatMap((step) => (step === each ? ['items'] : ['properties', step]));
        const key = foundKey(file, descend(document.root, ...names), document.start);
        return key ? [{ file, ...key.key }] : [];
      });
  });
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
