import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { MinorVersion } from '../../manifests/kubernetesVersion';
import { isPartialPod } from '../../manifests/partial';
import type { Container } from '../../manifests/podSpec';
import { parseQuantity, quantityAt } from '../../manifests/quantity';
import {
  hasOwnResource,
  hasResource,
  mayBeFilledIn,
  type ResourceSide,
  resourceField,
} from '../../manifests/resources';
import { blank, set } from '../../yaml/edits';
import { type Field, pathOf, scalarOf } from '../../yaml/field';
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

/** Writes what is missing, the first of some proposals; a limit is no less than the request that is there. */
export function missingResourceFix(
  missing: Field,
  container: Container,
  proposals: readonly [string, ...string[]],
): Fix {
  const side = String(pathOf(missing).at(-2));
  const resource = String(pathOf(missing).at(-1));
  const request = resourceField(container, 'requests', resource);
  const requested = quantityAt(request);
  const written = scalarOf(request);
  const isEnough = (proposal: string) => requested === undefined || (parseQuantity(proposal) ?? 0n) >= requested;
  const [first, ...others] = [
    ...(requested !== undefined && written?.type === 'string' ? [written.value] : []),
    ...proposals.filter(isEnough),
  ];
  const article = resource === 'ephemeral-storage' ? 'an' : 'a';
  const noun = side === 'limits' ? 'limit' : 'request';
  const value = blank(first ?? proposals[0], ...others.filter((other) => other !== first));
  return {
    title: `Add ${article} ${resourceName(resource)} ${noun} (fill in what was measured)`,
    class: 'ask',
    edits: [set(pathOf(missing), value)],
  };
}

/** `CPU`, `memory`: how messages speak of a resource. */
export function resourceName(resource: string): string {
  return resource === 'cpu' ? 'CPU' : resource;
}
