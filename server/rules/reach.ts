import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { inSameNamespace, type Namespaced } from '../manifests/namespace';
import type { Neighbours } from './rule';

/*
 * When a rule may say that something is missing. A file, or a folder of a workspace, is taken to hold what belongs
 * together only where it shows it: what a single manifest lacks usually stands in another one, or is installed by other
 * means.
 */

/** An object as it is told apart from its neighbours. */
interface Named extends Namespaced {
  readonly kind: string | null | undefined;
  readonly name: string | null | undefined;
}

/**
 * Whether what belongs to the namespace of an object is all in reach: where the namespace is declared, or several
 * workloads are bundled with their Services or policies.
 */
export function showsNamespace({ objects }: Neighbours, { namespace }: Namespaced): boolean {
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
 * Whether the pods that an object selects must be in reach: also where a workload has the object's name, or is the only
 * one beside the only object of its kind.
 */
export function showsSelectedPods(neighbours: Neighbours, object: Named): boolean {
  const near = neighbours.objects.filter((other) => inSameNamespace(other, object) !== false);
  const workloads = workloadsAmong(near);
  if (workloads.length === 0) return false;
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
