import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { objectKey } from '../manifests/facts/objectKey';
import { objectsWith } from '../manifests/facts/objectsWith';
import { inSameNamespace, type Namespaced } from '../manifests/objects/namespace';
import { readOnce } from '../readOnce';
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
  const known = shownNamespaces(objects);
  const isShown = known.get(namespace) ?? holdsWhole(objects, namespace);
  known.set(namespace, isShown);
  return isShown;
}

const shownNamespaces = readOnce((_objects: readonly ObjectFacts[]) => new Map<Namespaced['namespace'], boolean>());

function holdsWhole(objects: readonly ObjectFacts[], namespace: Namespaced['namespace']): boolean {
  const workloads = new Set<string>();
  let isDeclared = false;
  let hasOthers = false;
  for (const other of objects) {
    const { kind, name, pod, service, networkPolicy } = other;
    if (kind === 'Namespace' && typeof name === 'string' && name === namespace) isDeclared = true;
    if (!(pod ?? service ?? networkPolicy) || inSameNamespace(other, { namespace }) === false) continue;
    if (pod) workloads.add(objectKey(other));
    if (service ?? networkPolicy) hasOthers = true;
  }
  return isDeclared ? workloads.size > 0 : workloads.size > 1 && hasOthers;
}

/**
 * Whether the pods that an object selects must be in reach: also where a workload has the object's name, or is the only
 * one beside the only object of its kind. Those of kube-system are not, unless the workload has the name.
 */
export function showsSelectedPods(neighbours: Neighbours, object: Named): boolean {
  const near = neighbours.objects.filter((other) => inSameNamespace(other, object) !== false);
  const workloads = workloadsAmong(near);
  if (workloads.length === 0) return false;
  if (workloads.some(({ name }) => typeof name === 'string' && name === object.name)) return true;
  // The cluster runs pods of its own there: DNS, its control plane, whatever its provider adds.
  if (object.namespace === 'kube-system') return false;
  const isOnlyPair = workloads.length === 1 && near.filter(({ kind }) => kind === object.kind).length === 1;
  return isOnlyPair || showsNamespace(neighbours, object);
}

/** What makes pods, each once. */
function workloadsAmong(objects: readonly ObjectFacts[]): ObjectFacts[] {
  const workloads = objectsWith(objects, 'pod');
  return [...new Map(workloads.map((object) => [objectKey(object), object])).values()];
}
