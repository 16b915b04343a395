import { descend, isMapping, members, textOf } from '../../../yaml/field/field';
import { builtInObjects } from '../facts/builtInObjects';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';
import { allValuesFiles, fieldsOfValue, pathFromTop, pathsInFile } from '../model/chartValues';
import { each, type ValuePath } from '../model/valuePath';
import { documentsOf, foundKey } from '../model/yamlFile';
import type { Meaning } from '../reading/meaning';
import { shortValue } from './writtenValue';

/** A name that can stand behind a dot. */
export interface OfferedKey {
  readonly name: string;
  readonly detail: string | undefined;
  /** In Markdown. */
  readonly what: string | undefined;
  readonly isMap: boolean;
}

/** The names that something has. */
export function keysOf(index: ChartIndex, meaning: Meaning): OfferedKey[] {
  const found = new Map<string, OfferedKey>();
  for (const one of meaning.kind === 'oneOf' ? meaning.of : [meaning]) {
    for (const key of keysOfOne(index, one)) if (!found.has(key.name)) found.set(key.name, key);
  }
  return [...found.values()];
}

function keysOfOne(index: ChartIndex, meaning: Meaning): OfferedKey[] {
  switch (meaning.kind) {
    case 'root':
      return builtIn([]);
    case 'object':
      if (meaning.path.length === 1 && meaning.path[0] === 'Subcharts') {
        return meaning.chart.charts.map(({ section }) => plain(section.at(-1) ?? ''));
      }
      return builtIn(meaning.path);
    case 'value':
      return valueKeys(index, pathFromTop(meaning.chart, meaning.path));
    case 'entries':
      return [...meaning.entries.keys()].map(plain);
    default:
      return [];
  }
}

function plain(name: string): OfferedKey {
  return { name, detail: undefined, what: undefined, isMap: false };
}

function builtIn(path: readonly string[]): OfferedKey[] {
  const start = path.map((name) => `${name}.`).join('');
  return [...builtInObjects].flatMap(([name, { what, result, parameters }]) => {
    const rest = name.startsWith(start) ? name.slice(start.length) : '.';
    if (rest.includes('.')) return [];
    const detail = parameters === undefined ? result : `(${parameters}) ${result}`;
    return [{ name: rest, detail, what, isMap: result === 'map' }];
  });
}

function valueKeys({ top }: ChartIndex, path: ValuePath): OfferedKey[] {
  const found = new Map<string, OfferedKey>();
  const files = allValuesFiles(top);
  // The charts' own files say it best.
  for (const from of [...files.filter(({ isOwn }) => isOwn), ...files.filter(({ isOwn }) => !isOwn)]) {
    for (const field of fieldsOfValue(from, path)) {
      for (const { name, value } of members(field)) {
        const key = found.has(name) ? undefined : foundKey(from.file, value, documentsOf(from.file)[0]?.start ?? 0);
        if (key) found.set(name, { name, detail: detailOf(shortValue(key)), what: undefined, isMap: isMapping(value) });
      }
    }
  }
  for (const chart of allCharts(top)) {
    const file = chart.files.get('values.schema.json');
    const [document] = file ? documentsOf(file) : [];
    for (const own of document ? pathsInFile(chart, path) : []) {
      const steps = own.flatMap((step) => (step === each ? ['items'] : ['properties', step]));
      for (const { name, value } of document ? members(descend(document.root, ...steps, 'properties')) : []) {
        const what = textOf(descend(value, 'description'));
        const known = found.get(name);
        found.set(name, { ...(known ?? plain(name)), what: what ?? known?.what });
      }
    }
  }
  return [...found.values()];
}

/** Details are no Markdown. */
function detailOf(markdown: string): string {
  return markdown.replace(/`/g, '');
}
