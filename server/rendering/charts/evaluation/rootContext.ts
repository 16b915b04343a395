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
  /** Makes a table that templates get. */
  readonly share: (table: Table) => Table;
}

/** What all templates share. */
export interface Shared {
  readonly values: Table;
  readonly release: Value;
  readonly capabilities: Value;
}

/**
 * The template files of a chart and of those in it, by the names that helm gives them.
 *
 * @param share makes the tables that templates get; what is one table stays one
 */
export function renderables(
  chart: Chart,
  shared: Shared,
  share: (table: Table) => Table = (own) => own,
): Map<string, Renderable> {
  const found = new Map<string, Renderable>();
  collect(chart, share({ ...shared.values, type: chartValues }), { ...shared, share, found });
  return found;
}

interface Collecting extends Shared {
  readonly share: (table: Table) => Table;
  readonly found: Map<string, Renderable>;
}

function collect(chart: Chart, values: Table, collecting: Collecting): Table {
  const { release, capabilities, share, found } = collecting;
  const subcharts = share(table());
  const isRoot = chart.parent === undefined;
  const made = table(
    new Map<string, Value>([
      ['Chart', metadataTable(chart.metadata, isRoot)],
      ['Files', filesTable(chart.files)],
      ['Release', release],
      ['Capabilities', capabilities],
      ['Values', values],
      ['Subcharts', subcharts],
    ]),
  );
  const dot = share(made);
  for (const child of chart.dependencies) {
    const section = values.entries.get(child.metadata.name);
    const own = share(section?.kind === 'map' ? section : table());
    subcharts.entries.set(child.metadata.name, collect(child, { ...own, type: chartValues }, collecting));
  }
  const path = fullPath(chart);
  const isLibrary = chart.metadata.type === 'library';
  for (const file of chart.templates) {
    const base = file.name.slice(file.name.lastIndexOf('/') + 1);
    if (isLibrary && !base.startsWith('_')) continue;
    found.set(`${path}/${file.name}`, {
      file,
      dot: { ...dot, type: chartValues },
      basePath: `${path}/templates`,
      share,
    });
  }
  return { ...dot, type: anyTable };
}

/** Tells templates which file is being rendered; every file of a chart sees the same table. */
export function setTemplate({ dot, basePath, share }: Renderable, name: string): void {
  const said = table(
    new Map<string, Value>([
      ['Name', text(name)],
      ['BasePath', text(basePath)],
    ]),
    chartValues,
  );
  dot.entries.set('Template', share(said));
}
