import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { isPartialPod } from '../../manifests/pods/partial';
import type { Container } from '../../manifests/pods/podSpec';
import { parseQuantity, type Quantity, quantityAt } from '../../manifests/pods/quantity';
import {
  hasOwnResource,
  hasResource,
  mayBeFilledIn,
  type ResourceSide,
  resourceField,
} from '../../manifests/relations/resources';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import { descend, type Field, pathOf, scalarOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Fix } from '../rule';

/** A request or a limit of one resource. */
interface AskedFor {
  readonly side: ResourceSide;
  readonly resource: string;
  /** True where what the pod asks for as a whole doesn't count. */
  readonly isOwn?: boolean;
}

/** The place where a container should say something of a resource, if nobody says it. */
export function missingResource(
  container: Container,
  { side, resource, isOwn = false }: AskedFor,
  objects: readonly ObjectFacts[],
  version: MinorVersion,
): Field | undefined {
  // Ephemeral containers can't have resources.
  if (container.list === 'ephemeralContainers' || isPartialPod(container.pod)) return undefined;
  const isThere = isOwn ? hasOwnResource(container, side, resource) : hasResource(container, side, resource, version);
  if (isThere !== false) return undefined;
  return mayBeFilledIn(container.pod, side, resource, objects) ? undefined : resourceField(container, side, resource);
}

/**
 * Writes what is missing, the first of some proposals; a limit is no less than the request that is there. Where the pod as
 * a whole has a request, the limit is the pod's too: that of a container would be a request as well, beyond the pod's own.
 */
export function missingResourceFix(
  missing: Field,
  container: Container,
  proposals: readonly [string, ...string[]],
): Fix {
  const side = String(pathOf(missing).at(-2));
  const resource = String(pathOf(missing).at(-1));
  const [ofPod, limitOfPod] = ['requests', 'limits'].map((name) =>
    descend(container.pod.spec, 'resources', name, resource),
  );
  const isOfPod = side === 'limits' && ofPod?.state !== 'absent' && limitOfPod?.state === 'absent';
  const atLeast = isOfPod
    ? [ofPod, ...container.pod.containers.map((other) => resourceField(other, 'limits', resource))]
    : [resourceField(container, 'requests', resource)];
  const least = largest(atLeast);
  const isEnough = (proposal: string) => !least || (parseQuantity(proposal) ?? 0n) >= least.quantity;
  const [first, ...others] = [...(least ? [least.written] : []), ...proposals.filter(isEnough)];
  const article = resource === 'ephemeral-storage' ? 'an' : 'a';
  const noun = side === 'limits' ? 'limit' : 'request';
  const whose = isOfPod ? ' for the whole pod' : '';
  const value = blank(first ?? proposals[0], ...others.filter((other) => other !== first));
  return {
    title: `Add ${article} ${resourceName(resource)} ${noun}${whose} (fill in what was measured)`,
    class: 'ask',
    edits: [set(pathOf(isOfPod ? limitOfPod : missing), value)],
  };
}

interface WrittenQuantity {
  readonly written: string | number;
  readonly quantity: Quantity;
}

function largest(fields: readonly (Field | undefined)[]): WrittenQuantity | undefined {
  let found: WrittenQuantity | undefined;
  for (const field of fields) {
    const scalar = field && scalarOf(field);
    const quantity = field && quantityAt(field);
    if (quantity === undefined || (scalar?.type !== 'string' && scalar?.type !== 'number')) continue;
    if (!found || quantity > found.quantity) found = { written: scalar.value, quantity };
  }
  return found;
}

/** `CPU`, `memory`: how messages speak of a resource. */
export function resourceName(resource: string): string {
  return resource === 'cpu' ? 'CPU' : resource;
}
