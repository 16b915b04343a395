import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { inSameNamespace, type Namespaced } from '../manifests/namespace';
import type { Neighbours } from './rule';

/*
 * When a rule may say that something is missing. A workspace is taken to hold what belongs together. One file is taken
 * to do so only where it shows it: what a single manifest lacks usually stands in the file beside it.
 */

/** An object as it is told apart from its neighbours. */
interface Named extends Namespaced {
  readonly kind: string | null | undefined;
  readonly name: string | null | undefined;
}

/**
 * Whether what belongs to the namespace of an object is all in reach: in a file, where it declares that namespace, or
 * bundles several workloads with their Services or policies.
 */
export function showsNamespace({ objects, reach }: Neighbours, { namespace }: Namespaced): boolean {
  if (reach === 'workspace') return true;
  const near = objects.filter((other) => inSameNamespace(other, { namespace }) !== false);
  const declares = ({ kind, name }: ObjectFacts) =>
    kind === 'Namespace' && typeof name === 'string' && name === namespace;
  if (objects.some(declares)) return near.some(({ pod }) => pod !== undefined);
  return (
    workloadsAmong(near).length > 1 &&
    near.some(({ service, networkPolicy }) => (service ?? networkPolicy) !== undefined)
  );
}

/**
 * Whether the pods that an object selects must be in reach: in a file also where a workload has the object's name, or
 * is the only one beside the only object of its kind.
 */
export function showsSelectedPods(neighbours: Neighbours, object: Named): boolean {
  const near = neighbours.objects.filter((other) => inSameNamespace(other, object) !== false);
  const workloads = workloadsAmong(near);
  if (workloads.length === 0) return neighbours.reach === 'workspace';
  if (workloads.some(({ name }) => typeof name === 'string' && name === object.name)) return true;
  const isOnlyPair = workloads.length === 1 && near.filter(({ kind }) => kind === object.kind).length === 1;
  return isOnlyPair || showsNamespace(neighbours, object);
}

/** What makes pods, each once: every way through the branches of a template has facts of its own. */
function workloadsAmong(objects: readonly ObjectFacts[]): ObjectFacts[] {
  const each = new Map(
    objects
      .filter(({ pod }) => pod !== undefined)
      .map((object) => [`${object.kind} ${object.name} ${object.range.start}`, object]),
  );
  return [...each.values()];
}
