import { itemsAt, numberAt, textAt, textsAt, valueAt } from '../../server/unknownJson';
import type { Answer } from './connection';
import type { ClusterProblem } from './problem';

/** Something of the cluster to pick. */
export interface ClusterItem {
  readonly value: string;
  /** Said beside it. */
  readonly description?: string;
  /** The API version, for resources. */
  readonly apiVersion?: string;
}

/** What was found, or why nothing was. */
export type Listing =
  | { readonly kind: 'items'; readonly items: readonly ClusterItem[]; readonly isCut: boolean }
  | { readonly kind: 'problem'; readonly problem: ClusterProblem };

/** The resources of an API version, from what the API server says of it. */
export function resourcesOf(answer: Answer, apiVersion: string): Listing {
  if (answer.kind === 'problem') return answer;
  const found = itemsAt(answer.body, 'resources').flatMap((resource): ClusterItem[] => {
    const name = textAt(resource, 'name');
    if (!name || name.includes('/')) return [];
    const short = textsAt(resource, 'shortNames').join(', ');
    const namespaced = valueAt(resource, 'namespaced') === true ? 'namespaced' : 'cluster-wide';
    const facts = [apiVersion, textAt(resource, 'kind'), namespaced, short].filter(Boolean);
    return [{ value: name, apiVersion, description: facts.join(' · ') }];
  });
  return { kind: 'items', items: found, isCut: false };
}

/** A list of objects by their names, each described. */
export function named(answer: Answer, describe?: (object: unknown) => string | undefined): Listing {
  return mapped(answer, (object) => {
    const value = nameOf(object);
    const description = describe?.(object);
    return value === undefined ? [] : [description === undefined ? { value } : { value, description }];
  });
}

/** A list of objects, each as what it offers to pick. */
export function mapped(answer: Answer, map: (object: unknown) => ClusterItem[]): Listing {
  if (answer.kind === 'problem') return answer;
  return {
    kind: 'items',
    items: itemsAt(answer.body, 'items').flatMap(map),
    isCut: Boolean(textAt(answer.body, 'metadata', 'continue')),
  };
}

/** Several lists as one; a problem of one is a problem of all. */
export function joined(listings: readonly Listing[]): Listing {
  const problem = listings.find((listing) => listing.kind === 'problem');
  if (problem) return problem;
  const whole = listings.flatMap((listing) => (listing.kind === 'items' ? [listing] : []));
  return { kind: 'items', items: whole.flatMap((each) => each.items), isCut: whole.some(({ isCut }) => isCut) };
}

/** The containers of the pod spec at a path of an object. */
export function containersOf(answer: Answer, ...path: string[]): Listing {
  if (answer.kind === 'problem') return answer;
  const spec = valueAt(answer.body, ...path);
  const found = ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    itemsAt(spec, list).flatMap((container): ClusterItem[] => {
      const value = textAt(container, 'name');
      const image = textAt(container, 'image');
      return value === undefined ? [] : [image === undefined ? { value } : { value, description: image }];
    }),
  );
  return { kind: 'items', items: found, isCut: false };
}

/** Where a pod runs, and how. */
export function podState(pod: unknown): string | undefined {
  return [textAt(pod, 'status', 'phase'), textAt(pod, 'spec', 'nodeName')].filter(Boolean).join(' · ') || undefined;
}

/** The addresses by which other pods reach a Service. */
export function serviceAddresses(service: unknown): ClusterItem[] {
  return portsOf(service)
    .filter(({ protocol }) => protocol === 'TCP')
    .map(({ port, label }) => {
      const scheme = port === 443 || label === 'https' ? 'https' : 'http';
      const usual = port === (scheme === 'https' ? 443 : 80);
      return { value: `${scheme}://${nameOf(service)}${usual ? '' : `:${port}`}`, description: label };
    });
}

/** A Service as what ports are forwarded to. */
export function servicePorts(service: unknown): ClusterItem[] {
  const ports = portsOf(service).map(({ port }) => port);
  return [{ value: `service/${nameOf(service)}`, description: ports.join(', ') }];
}

/** A pod as what ports are forwarded to. */
export function podTarget(pod: unknown): ClusterItem[] {
  return [{ value: `pod/${nameOf(pod)}`, description: podState(pod) ?? '' }];
}

function portsOf(service: unknown): { port: number; protocol: string; label: string }[] {
  return itemsAt(service, 'spec', 'ports').flatMap((each) => {
    const port = numberAt(each, 'port');
    const label = textAt(each, 'name') ?? '';
    return port === undefined ? [] : [{ port, protocol: textAt(each, 'protocol') ?? 'TCP', label }];
  });
}

/** The name of an object. */
export function nameOf(object: unknown): string | undefined {
  return textAt(object, 'metadata', 'name');
}
