import { type Field, items, member, rootField, stringOf } from '../../yaml/field/field';
import type { Tree } from '../../yaml/read/tree';
import { customWorkloadKinds } from '../kinds/customWorkloadKinds';
import { fieldsAlong, followsPath } from '../kinds/podPath';
import { type WorkloadKind, workloadKindsNamed } from '../kinds/workloadKinds';

/** One Kubernetes object of a manifest. */
export interface KubernetesObject {
  readonly root: Field;
  /** API group, empty for the core group; undefined where a template writes it. */
  readonly group: string | undefined;
  /** For example `v1`; undefined where a template writes it. */
  readonly version: string | undefined;
  /** Undefined where a template writes it. */
  readonly kind: string | undefined;
  /** True for one that is laid over another object. */
  readonly isPatch?: boolean;
  /** True where a kustomization may add keys to its data. */
  readonly mayGainKeys?: boolean;
}

/**
 * The objects of a document, those inside of Lists and of kinds that hold whole objects too, and the Lists of one kind.
 * Whatever lacks `apiVersion` or `kind` is none, but in a List of one kind, whose items need neither: kubectl takes them
 * from the List.
 */
export function objectsOf(tree: Tree, kinds: readonly WorkloadKind[]): KubernetesObject[] {
  const root = rootField(tree);
  return tree.isStream ? items(root).flatMap((item) => objectsAt(item, kinds)) : objectsAt(root, kinds);
}

function objectsAt(field: Field, kinds: readonly WorkloadKind[], list?: KubernetesObject): KubernetesObject[] {
  const apiVersion = member(field, 'apiVersion');
  const kind = member(field, 'kind');
  if (list && apiVersion.state === 'absent' && kind.state === 'absent') {
    return [{ ...list, root: field, kind: list.kind?.replace(/List$/, '') }];
  }
  if (apiVersion.state === 'absent' || kind.state === 'absent') return [];
  if (apiVersion.state === 'unknown' && kind.state === 'unknown' && apiVersion.key === undefined) return [];
  const kindName = stringOf(kind);
  const object = { root: field, ...groupVersion(stringOf(apiVersion)), kind: kindName };
  if (kindName === 'List') return items(member(field, 'items')).flatMap((item) => objectsAt(item, kinds));
  if (kindName?.endsWith('List') && member(field, 'items').state === 'known') {
    return [object, ...items(member(field, 'items')).flatMap((item) => objectsAt(item, kinds, object))];
  }
  return [object, ...heldObjects(object, kinds)];
}

function heldObjects({ root, group, kind }: KubernetesObject, kinds: readonly WorkloadKind[]): KubernetesObject[] {
  const holder =
    kind === undefined ? undefined : workloadKindsNamed(kind, kinds).find((known) => known.group === group);
  const paths = holder?.objects ?? [];
  return paths.flatMap((path) => fieldsAlong(root, path).flatMap((field) => objectsAt(field, kinds)));
}

/** The root of the object that a field belongs to: an object that another one holds, an item of a List, else the document. */
export function objectRootOf(field: Field): Field {
  let root = field;
  let aboveRoot: Field | undefined;
  for (let at = field; at.parent; at = at.parent) {
    const list = at.parent.parent;
    if (at.parent.step === undefined && at.tree.isStream) aboveRoot ??= at;
    if (at.parent.step === 'items' && list && stringOf(member(list, 'kind'))?.endsWith('List')) aboveRoot ??= at;
    root = at.parent;
  }
  return heldRoot(field, aboveRoot ?? root);
}

/** The innermost object that one of the known kinds holds around a field; the object itself where it holds none there. */
function heldRoot(field: Field, root: Field): Field {
  const kind = stringOf(member(root, 'kind'));
  const holders = kind === undefined ? [] : workloadKindsNamed(kind, customWorkloadKinds);
  const paths = holders.flatMap(({ objects = [] }) => objects);
  if (paths.length === 0) return root;
  const chain: Field[] = [];
  for (let at: Field | undefined = field; at && at !== root; at = at.parent) chain.unshift(at);
  const keys = chain.map(({ step }) => (typeof step === 'number' ? '[]' : String(step)));
  const path = paths.find((known) => known.length <= keys.length && followsPath(keys, known, '[]'));
  const held = path && chain[path.length - 1];
  return held ? heldRoot(field, held) : root;
}

/** True for an object of a `group/Kind`, the core group empty: `/ConfigMap`. A group that a template writes may be any. */
export function isObjectOf({ group, kind }: KubernetesObject, groupKind: string): boolean {
  return (
    kind !== undefined && (group === undefined ? groupKind.endsWith(`/${kind}`) : groupKind === `${group}/${kind}`)
  );
}

/** The API group of an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));
}

function groupVersion(apiVersion: string | undefined): { group: string | undefined; version: string | undefined } {
  if (apiVersion === undefined) return { group: undefined, version: undefined };
  return { group: groupOf(apiVersion), version: apiVersion.slice(apiVersion.lastIndexOf('/') + 1) };
}
