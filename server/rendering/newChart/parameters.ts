import { builtInWorkloadKinds } from '../../manifests/kinds/workloadKinds';
import { podSpecsOf } from '../../manifests/pods/podSpec';
import { items, member, stringOf } from '../../yaml/field/field';
import type { GivenNames } from './names';
import { givenNames, valuesKey } from './names';
import type { FoundObject } from './readManifests';
import {
  columnOf,
  fieldOf,
  isInFlow,
  type Replacement,
  replacedNumber,
  replacedTable,
  replacedText,
} from './replacements';
import { tableValue, textValue, type ValueLine } from './valuesText';

/** What of an object comes from values. */
export interface Parameters {
  readonly replacements: readonly Replacement[];
  /** The lines of the values file for it. */
  readonly values: readonly ValueLine[];
}

/** The namespaces of all objects, by what templates call them. */
export type Namespaces = ReadonlyMap<string, string>;

/** The namespaces of objects: one is a value by itself, several are a table. */
export function namespacesOf(objects: readonly FoundObject[]): Namespaces {
  const names = new Set(
    objects.flatMap(({ object }) => stringOf(fieldOf(object, 'metadata', 'namespace')) ?? []).filter(isNamespace),
  );
  if (names.size === 1) return new Map([...names].map((name) => [name, 'namespace']));
  const keys = givenNames([]);
  return new Map([...names].map((name) => [name, `namespaces.${keys.give(valuesKey(name, 'namespace'))}`]));
}

function isNamespace(name: string): boolean {
  return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** The values of the namespaces. */
export function namespaceValues(namespaces: Namespaces): ValueLine[] {
  const lines = [...namespaces].map(([name, path]) => textValue(path.split('.'), name));
  return lines.length > 0 ? [{ keys: [], text: '# The namespace that objects are in.' }, ...lines] : [];
}

/** What of an object comes from values: its namespace, and of a workload replicas, images and resources. */
export function parametersOf(found: FoundObject, namespaces: Namespaces, keys: GivenNames): Parameters {
  const replacements = namespaceReplacements(found, namespaces);
  const values: ValueLine[] = [];
  const { object } = found;
  const containers = podSpecsOf(object, builtInWorkloadKinds).flatMap((pod) => pod.containers);
  if (containers.length === 0) return { replacements, values };
  const own = valuesKey(found.name, 'app');
  const key = keys.give(own, `${own}${found.kind}`);
  const inner = givenNames(['replicas']);
  const replicas = fieldOf(object, 'spec', 'replicas');
  const number = replacedNumber(replicas, `.Values.${key}.replicas`);
  if (number) {
    replacements.push(number);
    values.push({ keys: [key, 'replicas'], text: textOf(replicas.tree.source, number) });
  }
  const column = isInFlow(object.root) ? 0 : columnOf(object.root.tree.source, object.root.node?.range?.[0] ?? 0);
  for (const { field, name } of containers) {
    const container = valuesKey(name ?? '', 'container');
    const path = [key, inner.give(container, `${container}Container`)];
    const image = member(field, 'image');
    const imageValue = replacedText(image, `.Values.${path.join('.')}.image`);
    if (imageValue) {
      replacements.push(imageValue);
      values.push(textValue([...path, 'image'], stringOf(image) ?? ''));
    }
    const resources = replacedTable(member(field, 'resources'), `.Values.${path.join('.')}.resources`, column);
    if (resources) {
      replacements.push(resources);
      values.push(tableValue([...path, 'resources'], resources.table));
    }
  }
  const comment: ValueLine = { keys: [], text: `# ${found.kind} ${found.name}`.trimEnd() };
  return { replacements, values: values.length > 0 ? [comment, ...values] : [] };
}

function textOf(source: string, { start, end }: Replacement): string {
  return source.slice(start, end);
}

/** Wherever an object names one of the namespaces as its own, or as that of an account. */
function namespaceReplacements({ object, kind }: FoundObject, namespaces: Namespaces): Replacement[] {
  const fields = [
    fieldOf(object, 'metadata', kind === 'Namespace' && object.group === '' ? 'name' : 'namespace'),
    ...(/RoleBinding$/.test(kind) ? items(fieldOf(object, 'subjects')) : []).map((one) => member(one, 'namespace')),
  ];
  return fields.flatMap((field) => {
    const path = namespaces.get(stringOf(field) ?? '');
    return (path !== undefined && replacedText(field, `.Values.${path}`)) || [];
  });
}
