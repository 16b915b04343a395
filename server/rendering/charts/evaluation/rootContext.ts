import { type Chart, type ChartFile, fullPath } from '../chart/chart';
import { metadataTable } from '../chart/metadata';
import { filesTable } from '../functions/files';
import { anyTable, chartValues, type Table, table, text, type Value } from '../values/value';

/** A template file with what it is rendered with. */
export interface Renderable {
  readonly file: ChartFile;
  readonly dot: Table;
  /** Where the chart's templates lie, as helm names it. */
  readonly basePath: string;
}

/** What all templates share. */
export interface Shared {
  readonly values: Table;
  readonly release: Value;
  readonly capabilities: Value;
}

/** The template files of a chart and of those in it, by the names that helm gives them. */
export function renderables(chart: Chart, shared: Shared): Map<string, Renderable> {
  const found = new Map<string, Renderable>();
  collect(chart, { ...shared.values, type: chartValues }, shared, found);
  return found;
}

function collect(chart: Chart, values: Table, shared: Shared, found: Map<string, Renderable>): Table {
  const subcharts = table();
  const isRoot = chart.parent === undefined;
  const dot = table(
    new Map<string, Value>([
      ['Chart', metadataTable(chart.metadata, isRoot)],
      ['Files', filesTable(chart.files)],
      ['Release', shared.release],
      ['Capabilities', shared.capabilities],
      ['Values', values],
      ['Subcharts', subcharts],
    ]),
  );
  for (const child of chart.dependencies) {
    const section = values.entries.get(child.metadata.name);
    const own = section?.kind === 'map' ? section : table();
    subcharts.entries.set(child.metadata.name, collect(child, { ...own, type: chartValues }, shared, found));
  }
  const path = fullPath(chart);
  const isLibrary = chart.metadata.type === 'library';
  for (const file of chart.templates) {
    const base = file.name.slice(file.name.lastIndexOf('/') + 1);
    if (isLibrary && !base.startsWith('_')) continue;
    found.set(`${path}/${file.name}`, { file, dot: { ...dot, type: chartValues }, basePath: `${path}/templates` });
  }
  return { ...dot, type: anyTable };
}

/** Tells templates which file is being rendered; every file of a chart sees the same table. */
export function setTemplate(dot: Table, name: string, basePath: string): void {
  const said = table(
    new Map<string, Value>([
      ['Name', text(name)],
      ['BasePath', text(basePath)],
    ]),
    chartValues,
  );
  dot.entries.set('Template', said);
}
