import { readOnce } from '../../../readOnce';
import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { descend, type Field, isMapping, items, member, textOf } from '../../../yaml/field/field';
import { documentsOf, type FoundKey, foundKey } from './yamlFile';

/** What `Chart.yaml` says, as far as it bears on values and templates. */
export interface ChartDescription {
  readonly name: string;
  readonly isLibrary: boolean;
  readonly dependencies: readonly Dependency[];
}

/** A chart that a chart wants in it. */
export interface Dependency {
  readonly name: string;
  /** The name of its section in the values of the chart that wants it. */
  readonly key: string;
  /** The keys of those values that switch it on and off. */
  readonly conditions: readonly (readonly string[])[];
  readonly tags: readonly string[];
  readonly imports: readonly Import[];
}

/** Values of a dependency that the chart takes over. */
export interface Import {
  readonly child: readonly string[];
  readonly parent: readonly string[];
}

/** Reads a `Chart.yaml`, or a `requirements.yaml`, which lists dependencies alone. */
export const describedIn = readOnce((file: GivenFile): ChartDescription => {
  const root = documentsOf(file)[0]?.root;
  const said = (name: string) => (root ? (textOf(member(root, name)) ?? '') : '');
  const wanted = root ? items(member(root, 'dependencies')) : [];
  return { name: said('name'), isLibrary: said('type') === 'library', dependencies: wanted.map(dependency) };
});

function dependency(field: Field): Dependency {
  const said = (name: string) => textOf(member(field, name)) ?? '';
  const name = said('name');
  return {
    name,
    key: said('alias') || name,
    conditions: said('condition')
      .split(',')
      .map((path) => path.trim())
      .filter((path) => path !== '')
      .map((path) => path.split('.')),
    tags: items(member(field, 'tags')).flatMap((tag) => textOf(tag) ?? []),
    imports: items(member(field, 'import-values')).flatMap(imported),
  };
}

function imported(field: Field): Import[] {
  if (isMapping(field)) {
    const [child, parent] = [textOf(member(field, 'child')), textOf(member(field, 'parent'))];
    if (child === undefined || parent === undefined) return [];
    return [{ child: child.split('.'), parent: parent === '.' ? [] : parent.split('.') }];
  }
  const name = textOf(field);
  return name === undefined ? [] : [{ child: ['exports', ...name.split('.')], parent: [] }];
}

/** The key of `Chart.yaml` that `.Chart` shows under a name. */
export function describingKey(file: GivenFile, name: string): FoundKey | undefined {
  const key = name === 'APIVersion' ? 'apiVersion' : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const [document] = documentsOf(file);
  return document && foundKey(file, descend(document.root, key), document.start);
}
