import { childNamed, descendantAt, type OutlineNode } from '../../yaml/typing/outline';
import { followsPath } from '../kinds/podPath';
import { type PodPlace, type WorkloadKind, workloadKindsNamed } from '../kinds/workloadKinds';
import { groupOf } from './objects';

/** What part of a manifest a place belongs to. */
export type ManifestPart = 'object' | 'pod metadata' | 'pod' | 'container';

/** A place inside of an object, as the one who writes there thinks of it. */
export interface FieldPlace {
  readonly part: ManifestPart;
  /** The mapping that is the part. */
  readonly owner: OutlineNode;
  /** The object's kind; empty where a template writes it. */
  readonly kind: string;
  /** Keys from the part to the place; `[]` is an item of a list. */
  readonly path: readonly string[];
}

/** How a path writes that it leads through an item of a list. */
export const anyItem = '[]';

const containerLists: readonly string[] = ['containers', 'initContainers', 'ephemeralContainers'];

/** The part of a manifest that a node of its outline is or belongs to; undefined outside of objects. */
export function fieldPlaceOf(node: OutlineNode, kinds: readonly WorkloadKind[]): FieldPlace | undefined {
  const chain = ancestry(node);
  const [root] = chain;
  if (!root) return undefined;
  const list = writtenValue(root, 'kind');
  const isInList = list?.endsWith('List') && chain[1]?.name === 'items' && chain[2]?.kind === 'item';
  const nodes = isInList ? chain.slice(2) : chain;
  const [object] = nodes;
  const kind = object && writtenValue(object, 'kind');
  if (!object || kind === undefined || writtenValue(object, 'apiVersion') === undefined) return undefined;
  const path = nodes.slice(1).map(stepTo);
  const place = (part: ManifestPart, depth: number): FieldPlace => ({
    part,
    owner: nodes[depth] ?? object,
    kind: kind.includes('{{') ? '' : kind,
    path: path.slice(depth),
  });
  const template = podPlacesOf(object, kinds).find((known) => followsPath(path, known.path, anyItem))?.path;
  if (!template) return place('object', 0);
  const depth = template.length + 1;
  if (path[template.length] === 'metadata') return place('pod metadata', depth);
  if (path[template.length] !== 'spec') return place('object', 0);
  const isInContainer = containerLists.includes(path[depth] ?? '') && path[depth + 1] === anyItem;
  return isInContainer ? place('container', depth + 2) : place('pod', depth);
}

/** The objects of a document's outline, those of a List too. */
export function objectNodes(root: OutlineNode): OutlineNode[] {
  if (writtenValue(root, 'apiVersion') === undefined) return [];
  const kind = writtenValue(root, 'kind');
  if (!kind?.endsWith('List')) return kind === undefined ? [] : [root];
  return childNamed(root, 'items')?.children.filter((item) => writtenValue(item, 'kind') !== undefined) ?? [];
}

/** The mapping of an object that is its pod spec. */
export function podNode(object: OutlineNode, kinds: readonly WorkloadKind[]): OutlineNode | undefined {
  const [place] = podPlacesOf(object, kinds);
  return place && descendantAt(object, [...place.path, 'spec']);
}

/** The items of a pod spec that are its containers, init and ephemeral ones too. */
export function containerNodes(pod: OutlineNode): OutlineNode[] {
  return containerLists.flatMap((name) => childNamed(pod, name)?.children.filter(({ kind }) => kind === 'item') ?? []);
}

/** The value that a key has on its own line, without quotes; undefined where the key is missing. */
export function writtenValue(node: OutlineNode, name: string): string | undefined {
  return childNamed(node, name)?.value.replace(/^(["'])(.*)\1$/, '$2');
}

/** Where an object keeps whole pod templates: of other pods nobody who writes there needs to be told the parts. */
function podPlacesOf(object: OutlineNode, kinds: readonly WorkloadKind[]): readonly PodPlace[] {
  const kind = writtenValue(object, 'kind') ?? '';
  const apiVersion = writtenValue(object, 'apiVersion') ?? '';
  if (!kind.includes('{{')) {
    const named = workloadKindsNamed(kind, kinds);
    const known = apiVersion.includes('{{') ? named[0] : named.find(({ group }) => group === groupOf(apiVersion));
    return known?.pods.filter(({ holds }) => holds !== 'pod spec') ?? [];
  }
  // A template decides the kind: the shape tells where the pod is.
  const shapes = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], []];
  const shape = shapes.find((path) => descendantAt(object, [...path, 'spec', 'containers']) !== undefined);
  return shape ? [{ path: shape }] : [];
}

/** Keys from the root of an outline to a node; `[]` is an item of a list. */
export function outlinePath(node: OutlineNode): string[] {
  return ancestry(node).slice(1).map(stepTo);
}

function stepTo({ kind, name }: OutlineNode): string {
  return kind === 'item' ? anyItem : name;
}

function ancestry(node: OutlineNode): OutlineNode[] {
  return node.parent ? [...ancestry(node.parent), node] : [node];
}
