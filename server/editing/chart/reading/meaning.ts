import { readOnce } from '../../../readOnce';
import type { EditedChart } from '../model/chartModel';
import { each, pathKey, type ValuePath } from '../model/valuePath';

/** What an expression of a template may stand for, whatever the values are. */
export type Meaning =
  /** What a chart's templates are given: `.Values`, `.Release` and so on. */
  | { readonly kind: 'root'; readonly chart: EditedChart }
  /** A value of a chart, by its path there. */
  | { readonly kind: 'value'; readonly chart: EditedChart; readonly path: ValuePath }
  /** Something that helm makes: `Release`, `Chart.Name`. */
  | { readonly kind: 'object'; readonly chart: EditedChart; readonly path: readonly string[] }
  /** What `dict` makes. */
  | { readonly kind: 'entries'; readonly entries: ReadonlyMap<string, Meaning> }
  /** What `list` makes: any of its items. */
  | { readonly kind: 'list'; readonly items: Meaning }
  | { readonly kind: 'oneOf'; readonly of: readonly Meaning[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' };

/** Nothing is known. */
export const unknown: Meaning = { kind: 'unknown' };

/** What helm gives to templates beside their values. */
const objects = new Set(['Chart', 'Release', 'Capabilities', 'Files', 'Template']);

/** So many things one expression may stand for before nobody can tell any more. */
const mostMeanings = 24;

/** Any of these. */
export function oneOf(meanings: readonly Meaning[]): Meaning {
  const told = new Map<string, Meaning>();
  for (const meaning of meanings) {
    for (const one of meaning.kind === 'oneOf' ? meaning.of : [meaning]) {
      if (one.kind !== 'unknown' && told.size < mostMeanings) told.set(keyOf(one), one);
    }
  }
  const [first = unknown] = told.values();
  return told.size <= 1 ? first : { kind: 'oneOf', of: [...told.values()] };
}

/** What stands under a name. */
export function fieldOf(meaning: Meaning, name: string): Meaning {
  switch (meaning.kind) {
    case 'root':
      if (name === 'Values') return { kind: 'value', chart: meaning.chart, path: [] };
      return objects.has(name) || name === 'Subcharts'
        ? { kind: 'object', chart: meaning.chart, path: [name] }
        : unknown;
    case 'value':
      return { ...meaning, path: [...meaning.path, name] };
    case 'object': {
      if (meaning.path[0] !== 'Subcharts') return { ...meaning, path: [...meaning.path, name] };
      const chart = meaning.chart.charts.find(({ section }) => section.at(-1) === name);
      return chart ? { kind: 'root', chart } : unknown;
    }
    case 'entries':
      return meaning.entries.get(name) ?? unknown;
    case 'oneOf':
      return oneOf(meaning.of.map((one) => fieldOf(one, name)));
    default:
      return unknown;
  }
}

/** What is in something beside what all templates are given. */
export function withoutRoots(meaning: Meaning): Meaning {
  if (meaning.kind === 'root') return unknown;
  if (meaning.kind === 'oneOf') return oneOf(meaning.of.map(withoutRoots));
  if (meaning.kind !== 'entries') return meaning;
  return { kind: 'entries', entries: new Map([...meaning.entries].map(([key, one]) => [key, withoutRoots(one)])) };
}

/** Any item of a list, or what stands under any key. */
export function itemOf(meaning: Meaning): Meaning {
  switch (meaning.kind) {
    case 'value':
      return { ...meaning, path: [...meaning.path, each] };
    case 'list':
      return meaning.items;
    case 'entries':
      return oneOf([...meaning.entries.values()]);
    case 'oneOf':
      return oneOf(meaning.of.map(itemOf));
    default:
      return unknown;
  }
}

/** Equal for meanings that are the same. */
export const keyOf = readOnce(writtenKey);

function writtenKey(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'root':
      return `root ${pathKey(meaning.chart.section)}`;
    case 'value':
      return `value ${pathKey(meaning.chart.section)} ${pathKey(meaning.path)}`;
    case 'object':
      return `object ${pathKey(meaning.chart.section)} ${pathKey(meaning.path)}`;
    case 'entries':
      return `{${[...meaning.entries].map(([name, one]) => `${name}: ${keyOf(one)}`).join(', ')}}`;
    case 'list':
      return `[${keyOf(meaning.items)}]`;
    case 'oneOf':
      return `(${meaning.of.map(keyOf).sort().join(' | ')})`;
    case 'text':
      return JSON.stringify(meaning.text);
    case 'unknown':
      return '?';
  }
}

/** What may be either of two, key by key: for what is called in more ways than can be kept apart. */
export function joined(one: Meaning, other: Meaning): Meaning {
  if (one.kind !== 'entries' || other.kind !== 'entries') return oneOf([one, other]);
  const entries = new Map(one.entries);
  for (const [name, meaning] of other.entries) {
    const before = entries.get(name);
    entries.set(name, before ? joined(before, meaning) : meaning);
  }
  return { kind: 'entries', entries };
}

/** A meaning that isn't deeper than can be kept apart. */
export function bounded(meaning: Meaning, depth = 4): Meaning {
  switch (meaning.kind) {
    case 'value':
      return meaning.path.length > 40 ? unknown : meaning;
    case 'entries':
      if (depth === 0) return unknown;
      return {
        kind: 'entries',
        entries: new Map([...meaning.entries].map(([name, one]) => [name, bounded(one, depth - 1)])),
      };
    case 'list':
      return depth === 0 ? unknown : { kind: 'list', items: bounded(meaning.items, depth - 1) };
    case 'oneOf':
      return oneOf(meaning.of.map((one) => bounded(one, depth)));
    default:
      return meaning;
  }
}
