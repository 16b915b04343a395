import { copiedTable } from '../functions/deep';
import { isCompatible } from '../go/constraint';
import { Fault } from '../go/fault';
import { printed } from '../go/print';
import { trimSpace } from '../go/spaces';
import { type Place, placeOfSource } from '../origins/place';
import { coalesceValues, layTable, mergeValues, type Warn } from '../values/coalesce';
import { scalarAtPath, tableAtPath } from '../values/paths';
import { missing, type Table, table, type Value } from '../values/value';
import { type Chart, setDependencies } from './chart';
import type { Dependency } from './metadata';

/** A chart that is named as a dependency and isn't there. */
export interface AbsentDependency {
  readonly name: string;
  /** Where it is named. */
  readonly place: Place | undefined;
}

/** The charts that are named and aren't there, also those that are switched off. */
export function absentDependencies({ metadata, dependencies }: Chart): AbsentDependency[] {
  return metadata.dependencies
    .filter(({ name }) => !dependencies.some((chart) => chart.metadata.name === name))
    .map(({ name, source }) => ({ name, place: placeOfSource(source) }));
}

/** Throws if there are such. */
export function refuseAbsent(absent: readonly AbsentDependency[]): void {
  if (absent.length === 0) return;
  const names = absent.map(({ name }) => name).join(', ');
  throw new Fault(
    `an error occurred while checking for chart dependencies. You may need to run \`helm dependency build\` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: ${names}`,
    { place: absent[0]?.place },
  );
}

/** Keeps the charts that the values switch on, under their aliases, and takes over what is imported from them. */
export function processDependencies(chart: Chart, given: Table, warn: Warn): void {
  keepEnabled(chart, given, '', warn);
  importValues(chart, warn);
}

function keepEnabled(chart: Chart, given: Table, path: string, warn: Warn): void {
  const { metadata } = chart;
  if (metadata.dependencies.length === 0) return;
  const isNamed = (child: Chart) =>
    metadata.dependencies.some(
      ({ name, version }) => name === child.metadata.name && isCompatible(version, child.metadata.version),
    );
  const children = chart.dependencies.filter((child) => !isNamed(child));
  for (const wanted of metadata.dependencies) {
    const found = aliased(chart.dependencies, wanted);
    if (found) children.push(found);
    if (wanted.alias !== '') wanted.name = wanted.alias;
  }
  setDependencies(chart, children);
  for (const wanted of metadata.dependencies) wanted.isEnabled = true;
  const values = coalesceValues(chart, given, () => {});
  switchByTags(metadata.dependencies, values, warn);
  switchByConditions(metadata.dependencies, values, path, warn);
  const off = new Set(metadata.dependencies.filter(({ isEnabled }) => !isEnabled).map(({ name }) => name));
  const kept = children.filter((child) => !off.has(child.metadata.name));
  const keptNames = metadata.dependencies.filter(({ name }) => !off.has(name));
  for (const child of kept) keepEnabled(child, values, `${path}${child.metadata.name}.`, warn);
  metadata.dependencies = keptNames;
  setDependencies(chart, kept);
}

/** A copy of the chart that is wanted, under the name that it is wanted by. */
function aliased(charts: readonly Chart[], { name, version, alias }: Dependency): Chart | undefined {
  const found = charts.find((chart) => chart.metadata.name === name && isCompatible(version, chart.metadata.version));
  if (!found) return undefined;
  const dependencies = found.metadata.dependencies.map((one) => ({ ...one, importValues: [...one.importValues] }));
  const copy: Chart = { ...found, metadata: { ...found.metadata, name: alias || found.metadata.name, dependencies } };
  setDependencies(
    copy,
    found.dependencies.map((child) => copied(child)),
  );
  return copy;
}

/** Charts within are copied shallowly, so that each alias has its own. */
function copied(chart: Chart): Chart {
  return { ...chart };
}

function switchByTags(wanted: readonly Dependency[], values: Table, warn: Warn): void {
  const tags = tableAtPath(values, 'tags');
  if (!tags) return;
  for (const one of wanted) {
    const said = one.tags.flatMap((tag) => {
      const value = tags.entries.get(tag);
      if (value && value.kind !== 'bool') warn(`returned non-bool value tag=${tag} chart=${one.name}`);
      return value?.kind === 'bool' ? [value.value] : [];
    });
    one.isEnabled = said.includes(true) || !said.includes(false);
  }
}

function switchByConditions(wanted: readonly Dependency[], values: Table, path: string, warn: Warn): void {
  for (const one of wanted) {
    for (const condition of trimSpace(one.condition).split(',')) {
      if (condition === '') continue;
      const value = scalarAtPath(values, path + condition);
      if (value?.kind === 'bool') {
        one.isEnabled = value.value;
        break;
      }
      if (value) warn(`returned non-bool value path=${condition} chart=${one.name}`);
    }
  }
}

function importValues(chart: Chart, warn: Warn): void {
  for (const child of chart.dependencies) importValues(child, warn);
  const wanted = chart.metadata.dependencies;
  if (wanted.length === 0) return;
  const values = mergeValues(chart, table(), () => {});
  const keeping = { warn, keepsNull: true };
  let imported = table();
  for (const { name, importValues: imports } of wanted) {
    for (const one of imports) {
      const { child, parent } = fromTo(one);
      if (child === undefined) continue;
      const found = tableAtPath(values, `${name}.${child}`);
      if (!found) {
        warn(`ImportValues missing table from chart chart=${name}`);
        continue;
      }
      imported = layTable(imported, parent === '.' ? found : nested(parent.split('.'), found), '', keeping);
    }
  }
  chart.values = layTable(copiedTable(values), imported, '', keeping);
}

function fromTo(one: Value): { child: string | undefined; parent: string } {
  if (one.kind === 'string') return { child: `exports.${one.text}`, parent: '.' };
  if (one.kind !== 'map') return { child: undefined, parent: '.' };
  const said = (key: string) => printed(one.entries.get(key) ?? missing).text;
  return { child: said('child'), parent: said('parent') };
}

function nested(path: readonly string[], inner: Table): Table {
  return path.reduceRight((value, key) => table(new Map([[key, value]]), undefined, inner.source), inner);
}
