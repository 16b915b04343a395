import { deepCopy } from '../functions/deep';
import { Fault } from '../go/fault';
import { formatFloat } from '../go/numbers';
import { isPrintable, quoted } from '../go/quote';
import { isBlank } from '../go/spaces';
import { parseVersion } from '../go/version';
import { copiedIfSame } from '../origins/copied';
import { placeOfSource } from '../origins/place';
import { madeOf, type Source } from '../origins/source';
import { anyList, anyTable, bool, list, type Table, type Text, table, text, type Value } from '../values/value';

/** What `Chart.yaml` says of a dependency. */
export interface Dependency {
  name: string;
  readonly version: string;
  readonly repository: string;
  readonly condition: string;
  readonly tags: readonly string[];
  readonly alias: string;
  readonly importValues: Value[];
  isEnabled: boolean;
  readonly source: Source | undefined;
}

/** What `Chart.yaml` says. */
export interface Metadata {
  name: string;
  readonly version: string;
  readonly type: string;
  readonly kubeVersion: string;
  readonly apiVersion: string;
  /** All of it, under the names of Go's fields. */
  readonly fields: ReadonlyMap<string, Value>;
  dependencies: Dependency[];
}

const textFields: Readonly<Record<string, string>> = {
  name: 'Name',
  home: 'Home',
  version: 'Version',
  description: 'Description',
  icon: 'Icon',
  apiVersion: 'APIVersion',
  condition: 'Condition',
  tags: 'Tags',
  appVersion: 'AppVersion',
  kubeVersion: 'KubeVersion',
  type: 'Type',
};

/** The value of a key; Go's JSON doesn't mind its letters' case. */
function fieldOf({ entries }: Table, name: string): Value | undefined {
  const found = entries.get(name);
  if (found) return found;
  const lower = name.toLowerCase();
  for (const [key, value] of entries) if (key.toLowerCase() === lower) return value;
  return undefined;
}

/** A scalar where Go wants a string: numbers and booleans pass. */
export function stringField(value: Value | undefined, place: string): { text: string; source: Source | undefined } {
  const source = value?.source;
  switch (value?.kind) {
    case undefined:
    case 'nil':
      return { text: '', source };
    case 'string':
      return { text: value.text, source };
    case 'bool':
    case 'int':
      return { text: String(value.value), source: copiedIfSame(String(value.value), source) };
    case 'float':
      return { text: shortFloat(value.value), source: copiedIfSame(shortFloat(value.value), source) };
    default:
      throw new Fault(
        `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${value?.kind === 'list' ? 'array' : 'object'} into Go struct field ${place} of type string`,
        { place: placeOfSource(source) },
      );
  }
}

/** `strconv.FormatFloat(value, 'g', -1, 32)`. */
function shortFloat(value: number): string {
  const narrow = Math.fround(value);
  for (let digits = 1; digits < 10; digits++) {
    const written = formatFloat(narrow, 'e', digits - 1);
    if (Math.fround(Number(written)) === narrow) return formatFloat(Number(written), 'g');
  }
  return formatFloat(narrow, 'g');
}

/** What is printed and what is blank stays, the rest goes. */
function sanitized(written: string): string {
  return [...written].map((one) => (isBlank(one) ? ' ' : isPrintable(one) ? one : '')).join('');
}

function sanitizedText(written: string, source: Source | undefined): Text {
  const shown = sanitized(written);
  return text(shown, shown === written ? source : madeOf([source]));
}

/** Reads what `Chart.yaml` says; `into` is what an earlier file said. */
export function readMetadata(read: Table, into?: Metadata): Metadata {
  const fields = new Map(into?.fields);
  for (const [key, name] of Object.entries(textFields)) {
    const value = fieldOf(read, key);
    if (value === undefined && fields.has(name)) continue;
    const { text: written, source } = stringField(value, `Metadata.${key}`);
    const isAsIs = name === 'Version' || name === 'APIVersion' || name === 'Type';
    fields.set(name, isAsIs ? text(written, source) : sanitizedText(written, source));
  }
  const said = (name: string): string => {
    const value = fields.get(name);
    return value?.kind === 'string' ? value.text : '';
  };
  for (const [key, name] of [
    ['sources', 'Sources'],
    ['keywords', 'Keywords'],
  ] as const) {
    fields.set(
      name,
      list(
        items(fieldOf(read, key)).map((item) => textOf(item, `Metadata.${key}`)),
        anyList,
      ),
    );
  }
  const maintainers = items(fieldOf(read, 'maintainers')).map((item) => {
    if (item.kind !== 'map') throw new Fault('validation: maintainers must not contain empty or null nodes');
    return namedTexts(item, { name: 'Name', email: 'Email', url: 'URL' }, 'Maintainer');
  });
  fields.set('Maintainers', list(maintainers));
  const deprecated = fieldOf(read, 'deprecated');
  fields.set('Deprecated', deprecated?.kind === 'bool' ? deprecated : bool(false));
  const annotations = fieldOf(read, 'annotations');
  const shown = table(new Map(), 'map[string]string', annotations?.source);
  if (annotations?.kind === 'map') {
    for (const [key, value] of annotations.entries) {
      shown.entries.set(key, textOf(value, 'Metadata.annotations'));
      const source = annotations.keys.get(key);
      if (source) shown.keys.set(key, source);
    }
  }
  fields.set('Annotations', annotations?.kind === 'map' ? shown : { ...shown, isNull: true });
  const dependencies = fieldOf(read, 'dependencies');
  return {
    name: said('Name'),
    version: said('Version'),
    type: said('Type'),
    kubeVersion: said('KubeVersion'),
    apiVersion: said('APIVersion') || 'v1',
    fields: fields.set('APIVersion', text(said('APIVersion') || 'v1', fields.get('APIVersion')?.source)),
    dependencies: dependencies ? items(dependencies).map(readDependency) : (into?.dependencies ?? []),
  };
}

function items(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

function textOf(value: Value, place: string): Value {
  const { text: written, source } = stringField(value, place);
  return sanitizedText(written, source);
}

function namedTexts(from: Table, names: Readonly<Record<string, string>>, type: string): Table {
  const made = table(new Map(), anyTable, from.source);
  for (const [key, name] of Object.entries(names))
    made.entries.set(name, textOf(fieldOf(from, key) ?? text(''), `${type}.${key}`));
  return made;
}

function readDependency(value: Value): Dependency {
  if (value.kind !== 'map') throw new Fault('validation: dependencies must not contain empty or null nodes');
  const said = (key: string) => sanitized(stringField(fieldOf(value, key), `Dependency.${key}`).text);
  return {
    name: said('name'),
    version: said('version'),
    repository: said('repository'),
    condition: said('condition'),
    alias: said('alias'),
    tags: items(fieldOf(value, 'tags')).map((item) => sanitized(stringField(item, 'Dependency.tags').text)),
    importValues: items(fieldOf(value, 'import-values')).map(deepCopy),
    isEnabled: fieldOf(value, 'enabled')?.kind === 'bool',
    source: value.source,
  };
}

/** Throws what helm says of a `Chart.yaml` that isn't valid. */
export function validateMetadata({ name, version, type, fields, dependencies }: Metadata): void {
  const refuse = (message: string): never => {
    throw new Fault(`validation: ${message}`);
  };
  if (fields.get('APIVersion') === undefined) refuse('chart.metadata.apiVersion is required');
  if (name === '') refuse('chart.metadata.name is required');
  if (name === '.' || name === '..') refuse(`chart.metadata.name ${quoted(name)} is not allowed`);
  if (name.includes('/')) refuse(`chart.metadata.name ${quoted(name)} is invalid`);
  if (version === '') refuse('chart.metadata.version is required');
  try {
    parseVersion(version);
  } catch {
    refuse(`chart.metadata.version ${quoted(version)} is invalid`);
  }
  if (!['', 'application', 'library'].includes(type)) refuse('chart.metadata.type must be application or library');
  const seen = new Set<string>();
  for (const { name: own, alias } of dependencies) {
    if (alias !== '' && !/^[a-zA-Z0-9_-]+$/.test(alias))
      refuse(`dependency ${quoted(own)} has disallowed characters in the alias`);
    const key = alias || own;
    if (seen.has(key)) refuse(`more than one dependency with name or alias ${quoted(key)}`);
    seen.add(key);
  }
}

/** What templates see as `.Chart`. */
export function metadataTable({ name, fields, dependencies }: Metadata, isRoot: boolean): Table {
  const made = table(new Map(fields));
  made.entries.set('Name', text(name, copiedIfSame(name, fields.get('Name')?.source)));
  made.entries.set('IsRoot', bool(isRoot));
  const shown = dependencies.map((one) =>
    table(
      new Map<string, Value>([
        ['Name', text(one.name, one.source)],
        ['Version', text(one.version, one.source)],
        ['Repository', text(one.repository, one.source)],
        ['Condition', text(one.condition, one.source)],
        ['Tags', list(one.tags.map((tag) => text(tag, one.source)))],
        ['Enabled', bool(one.isEnabled, one.source)],
        ['ImportValues', list(one.importValues)],
        ['Alias', text(one.alias, one.source)],
      ]),
    ),
  );
  made.entries.set('Dependencies', list(shown));
  return made;
}
