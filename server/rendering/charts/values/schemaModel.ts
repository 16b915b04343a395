import { Fault } from '../go/fault';
import { compileRegex, type Regex } from '../go/regex';
import type { Table, Value } from './value';

/** A schema: a table, or a boolean that takes all or nothing. */
export type Schema = Table | boolean;

/** Drafts by their year or number; what none is named by is the newest. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

const drafts: readonly (readonly [RegExp, Draft])[] = [
  [/draft-04/, 4],
  [/draft-06/, 6],
  [/draft-07/, 7],
  [/2019-09/, 2019],
];

/** The draft that a schema says it is written in. */
export function draftOf(root: Table): Draft {
  const said = root.entries.get('$schema');
  if (said?.kind !== 'string') return 2020;
  return drafts.find(([name]) => name.test(said.text))?.[1] ?? 2020;
}

/** What stands at a place of a schema as a schema. */
export function asSchema(value: Value | undefined): Schema | undefined {
  if (value?.kind === 'map') return value;
  return value?.kind === 'bool' ? value.value : undefined;
}

/** The schemas under the names of a table. */
export function schemasIn(value: Value | undefined): [string, Schema][] {
  if (value?.kind !== 'map') return [];
  return [...value.entries].flatMap(([name, one]): [string, Schema][] => {
    const schema = asSchema(one);
    return schema === undefined ? [] : [[name, schema]];
  });
}

/** The schemas of a list. */
export function schemaList(value: Value | undefined): Schema[] {
  return value?.kind === 'list' ? value.items.flatMap((item) => asSchema(item) ?? []) : [];
}

/** The texts of a list. */
export function textsIn(value: Value | undefined): string[] {
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'string' ? [item.text] : [])) : [];
}

/** The number that a keyword says. */
export function numberIn(value: Value | undefined): number | undefined {
  return value?.kind === 'float' ? value.value : undefined;
}

/** What `$ref` leads to within the same file: a pointer, an anchor or an id. */
export function resolveReference(root: Table, reference: string): Schema {
  const [address = '', fragment = ''] = reference.split('#', 2);
  if (/^urn:/.test(address)) return true;
  const start = address === '' || address === idOf(root) ? root : find(root, (one) => idOf(one) === address);
  if (!start) throw new Fault(`the schema refers to ${reference}, and what lies elsewhere is not fetched`);
  if (fragment === '') return start;
  if (fragment.startsWith('/')) {
    let at: Value | undefined = start;
    for (const step of fragment.slice(1).split('/')) {
      const key = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
      at = at?.kind === 'map' ? at.entries.get(key) : at?.kind === 'list' ? at.items[Number(key)] : undefined;
    }
    const found = asSchema(at);
    if (found === undefined) throw new Fault(`the schema refers to ${reference}, which isn't there`);
    return found;
  }
  const anchored = find(start, ({ entries }) => {
    return ['$anchor', '$dynamicAnchor', '$id', 'id'].some((name) => {
      const said = entries.get(name);
      return said?.kind === 'string' && (said.text === fragment || said.text === `#${fragment}`);
    });
  });
  if (!anchored) throw new Fault(`the schema refers to ${reference}, which isn't there`);
  return anchored;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function idOf({ entries }: Table): string | undefined {
  const said = entries.get('$id') ?? entries.get('id');
  return said?.kind === 'string' ? said.text.replace(/#$/, '') : undefined;
}

function find(value: Value, holds: (one: Table) => boolean): Table | undefined {
  if (value.kind === 'list') {
    for (const item of value.items) {
      const found = find(item, holds);
      if (found) return found;
    }
  }
  if (value.kind !== 'map') return undefined;
  if (holds(value)) return value;
  for (const inner of value.entries.values()) {
    const found = find(inner, holds);
    if (found) return found;
  }
  return undefined;
}

/** The patterns of a schema as RE2 reads them; a schema with another one isn't valid. */
export function patternOf(written: string): Regex {
  return compileRegex(written);
}

/** Throws if a schema holds a pattern that is none for RE2. */
export function checkPatterns(schema: Value, path = ''): void {
  if (schema.kind === 'list')
    for (const [index, item] of schema.items.entries()) checkPatterns(item, `${path}/${index}`);
  if (schema.kind !== 'map') return;
  for (const [key, value] of schema.entries) {
    if (key === 'enum' || key === 'const' || key === 'default' || key === 'examples') continue;
    if (key === 'pattern' && value.kind === 'string') checkPattern(value.text, `${path}/pattern`);
    if (key === 'patternProperties' && value.kind === 'map') {
      for (const pattern of value.entries.keys()) checkPattern(pattern, `${path}/patternProperties`);
    }
    checkPatterns(value, `${path}/${key}`);
  }
}

function checkPattern(written: string, path: string): void {
  try {
    compileRegex(written);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(
      `"file:///values.schema.json#" is not valid against metaschema: jsonschema validation failed\n- at '${path}': '${written}' is not valid regex: ${error.message}`,
    );
  }
}
