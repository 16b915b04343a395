import type { Chart } from '../chart/chart';
import { copiedTable } from '../functions/deep';
import { Fault } from '../go/fault';
import { printed } from '../go/print';
import { formatVerb, plainFlags } from '../go/printValue';
import { heldNil, type Table, table, type Value } from './value';

/** Hears what helm warns of. */
export type Warn = (message: string) => void;

const globalKey = 'global';

/** How values are laid over a chart's own: `null` deletes what the chart says, or is kept to be told further down. */
interface Laying {
  readonly warn: Warn;
  readonly keepsNull: boolean;
}

/** The values of a chart and of the charts in it, with what a user says over what they say; neither is changed. */
export function coalesceValues(chart: Chart, given: Table, warn: Warn): Table {
  return coalesce(chart, ownTable(given, chart), '', { warn, keepsNull: false });
}

/** The same with every `null` kept. */
export function mergeValues(chart: Chart, given: Table, warn: Warn): Table {
  return coalesce(chart, ownTable(given, chart), '', { warn, keepsNull: true });
}

/** What a user gives, to be filled in; where nobody gives anything, what is missing is missing in the chart's own file. */
function ownTable(given: Table, { values }: Chart): Table {
  return { ...copiedTable(given), source: given.source ?? values.source };
}

function coalesce(chart: Chart, into: Table, prefix: string, laying: Laying): Table {
  layOwnValues(chart, into, prefix, laying);
  for (const child of chart.dependencies) {
    const { name } = child.metadata;
    const section = into.entries.get(name) ?? table(new Map(), undefined, child.values.source ?? into.source);
    if (section.kind !== 'map') {
      throw new Fault(`type mismatch on ${name}: ${formatVerb(section, 't', plainFlags)}`);
    }
    into.entries.set(name, section);
    const inner = joined(prefix, chart.metadata.name);
    layGlobals(section, into, inner, laying);
    into.entries.set(name, coalesce(child, section, inner, laying));
  }
  return into;
}

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function layGlobals(into: Table, from: Table, prefix: string, { warn }: Laying): void {
  const own = into.entries.get(globalKey) ?? table(new Map(), undefined, from.entries.get(globalKey)?.source);
  if (own.kind !== 'map') {
    warn(`warning: skipping globals because destination ${globalKey} is not a table.`);
    return;
  }
  const above = from.entries.get(globalKey) ?? table();
  if (above.kind !== 'map') {
    warn(`warning: skipping globals because source ${globalKey} is not a table.`);
    return;
  }
  for (const [key, value] of above.entries) {
    const before = own.entries.get(key);
    if (value.kind === 'map') {
      const copy: Table = { ...value, entries: new Map(value.entries), keys: new Map(value.keys) };
      if (before === undefined) take(own, key, copy, above);
      else if (before.kind !== 'map') warn(`Conflict: cannot merge map onto non-map for "${key}". Skipping.`);
      else {
        layTable(copy, before, joined(prefix, key), { warn, keepsNull: true });
        take(own, key, copy, above);
      }
    } else if (before?.kind === 'map') warn(`key ${key} is table. Skipping`);
    else take(own, key, value, above);
  }
  into.entries.set(globalKey, own);
}

/** Puts a value under a key that another table has too. */
function take(into: Table, key: string, value: Value, from: Table): void {
  into.entries.set(key, value);
  const source = from.keys.get(key);
  if (source) into.keys.set(key, source);
}

function layOwnValues(chart: Chart, into: Table, prefix: string, laying: Laying): void {
  const inner = joined(prefix, chart.metadata.name);
  const own = copiedTable(chart.values);
  for (const [key, value] of own.entries) {
    const given = into.entries.get(key);
    if (given === undefined) take(into, key, value, own);
    else if (given.kind === 'nil' && !laying.keepsNull) into.entries.delete(key);
    else if (given.kind === 'map') {
      if (value.kind === 'map') {
        const isChild = chart.dependencies.some(({ metadata }) => metadata.name === key);
        layTable(given, value, joined(inner, key), { ...laying, keepsNull: laying.keepsNull || isChild });
      } else if (value.kind !== 'nil') laying.warn(`warning: skipped value for ${inner}.${key}: Not a table.`);
    }
  }
}

/** Lays a table over another, which fills in what it lacks; the first is changed. */
export function layTable(over: Table, under: Table, prefix: string, laying: Laying): Table {
  const { warn, keepsNull } = laying;
  const said = new Set<string>();
  for (const [key, value] of under.entries) if (value.kind !== 'nil') said.add(key);
  for (const [key, value] of over.entries)
    if (value.kind === 'nil') under.entries.set(key, { ...heldNil, source: value.source });
  for (const [key, value] of under.entries) {
    const name = joined(prefix, key);
    const given = over.entries.get(key);
    if (given?.kind === 'nil' && !keepsNull && said.has(key)) over.entries.delete(key);
    else if (given === undefined) take(over, key, value, under);
    else if (value.kind === 'map') {
      if (given.kind === 'map') layTable(given, value, name, laying);
      else warn(`warning: cannot overwrite table with non table for ${name} (${printed(value).text})`);
    } else if (given.kind === 'map' && value.kind !== 'nil') {
      warn(`warning: destination for ${name} is a table. Ignoring non-table value (${printed(value).text})`);
    }
  }
  return over;
}
