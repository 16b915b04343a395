import { nearestWord } from '../../../nearestWord';
import { descend, type Field, isMapping, mayHaveMore, members } from '../../../yaml/field/field';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { allValuesFiles, fieldsOfValue, pathsInFile } from '../model/chartValues';
import { each, leadsThrough, shownPath, type ValuePath } from '../model/valuePath';
import { documentsOf, foundKey } from '../model/yamlFile';
import { readPaths } from '../reading/readPaths';
import type { Hint } from './hint';
import { pathOfKey } from './thingAt';

/** The keys of an environment's values that the chart doesn't know: of keys in each other the outermost. */
export function unknownKeys(index: ChartIndex, { file, charts }: IndexedFile): Hint[] {
  const [chart] = charts;
  if (!chart) return [];
  const names = knownNames(index);
  const absent = [...allCharts(index.top)].flatMap((one) => one.absent.map((key) => [...one.section, key]));
  return documentsOf(file).flatMap(({ root, start }) => {
    const hints: Hint[] = [];
    const look = (field: Field, path: ValuePath) => {
      for (const { name, value } of members(field)) {
        const own = [...path, name];
        const full = pathOfKey(chart, own);
        if (full[0] === 'global' || absent.some((section) => leadsThrough(full, section))) continue;
        if (value.isShared || (value.node && value.tree.aliased.has(value.node))) continue;
        if (names.isKnown(full)) {
          if (isMapping(value)) look(value, own);
          continue;
        }
        const key = foundKey(file, value, start);
        const nearest = nearestWord(name, names.beside(full));
        const instead = nearest === undefined ? '' : `; ${shownPath([...path, nearest])} is meant, perhaps`;
        const message = `The chart knows no ${shownPath(own)}${instead}`;
        if (key) hints.push({ ...key.key, code: 'unknown-value', message, meant: nearest });
      }
    };
    look(root, []);
    return hints;
  });
}

/** The names of values that a chart knows. */
export interface KnownNames {
  /** True for what the chart's own values or schema say, or a template reads. */
  readonly isKnown: (path: ValuePath) => boolean;
  /** The names that are known beside the last one of a path. */
  readonly beside: (path: ValuePath) => string[];
}

/** The names of values that a chart and the charts in it know. */
export function knownNames({ top, reading }: ChartIndex): KnownNames {
  const reads = readPaths(top, reading);
  const own = allValuesFiles(top).filter(({ isOwn }) => isOwn);
  const saidIn = (path: ValuePath) => own.flatMap((from) => fieldsOfValue(from, path));
  const schemas = (path: ValuePath): Field[] =>
    [...allCharts(top)].flatMap((chart) => {
      const file = chart.files.get('values.schema.json');
      const [document] = file ? documentsOf(file) : [];
      if (!document) return [];
      return pathsInFile(chart, path).map((inChart) => {
        return descend(document.root, ...inChart.flatMap((step) => (step === each ? ['items'] : ['properties', step])));
      });
    });
  return {
    isKnown(path) {
      const above = path.slice(0, -1);
      const name = path.at(-1);
      return (
        reads.isRead(path) ||
        saidIn(path).some(({ key }) => key !== undefined) ||
        saidIn(above).some((field) => isMapping(field) && mayHaveMore(field)) ||
        schemas(path).some(({ node }) => node !== undefined) ||
        (name !== undefined && schemas(above).some(takesOthers))
      );
    },
    beside(path) {
      const above = path.slice(0, -1);
      const said = saidIn(above).flatMap((field) => members(field).map(({ name }) => name));
      const described = schemas(above).flatMap((field) =>
        members(descend(field, 'properties')).map(({ name }) => name),
      );
      return [...new Set([...said, ...described, ...reads.namesIn(above)])];
    },
  };
}

/** True for a schema that says what else may stand beside its properties. */
function takesOthers(schema: Field): boolean {
  return ['patternProperties', '$ref', 'allOf', 'anyOf', 'oneOf'].some(
    (name) => descend(schema, name).node !== undefined,
  );
}
