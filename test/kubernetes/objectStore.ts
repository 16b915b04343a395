import type { ServerResponse } from 'node:http';
import type { Place } from './place';

/** An object of the API, as JSON. */
export interface StoredObject {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; namespace?: string; [key: string]: unknown };
  [key: string]: unknown;
}

/** The objects of a cluster. */
export interface ObjectStore {
  get(resource: string, namespace: string | undefined, name: string): StoredObject | undefined;
  list(place: Place, fieldSelector: string): unknown;
  create(place: Place, object: StoredObject, isDryRun: boolean): StoredObject;
  patch(place: Place, name: string, change: StoredObject, isDryRun: boolean): StoredObject;
  remove(resource: string, namespace: string | undefined, name: string): void;
  /** With `sendsInitial` the objects there are come first, ended by a bookmark. */
  watch(place: Place, fieldSelector: string, sendsInitial: boolean, response: ServerResponse): void;
  /** Ends a pod well. */
  finish(namespace: string, pod: string): void;
}

const resources: Readonly<Record<string, string>> = {
  Namespace: 'namespaces',
  Node: 'nodes',
  Pod: 'pods',
  Service: 'services',
  ServiceAccount: 'serviceaccounts',
  Event: 'events',
  Deployment: 'deployments',
};

/** Holds objects, and tells watchers what happens to them. A pod that is created is running a moment later. */
export function objectStore(initial: readonly StoredObject[]): ObjectStore {
  const objects = new Map<string, StoredObject>();
  const watchers = new Set<(type: string, resource: string, object: StoredObject) => void>();
  let version = 100;
  const key = (resource: string, namespace: string | undefined, name: string) =>
    `${resource}/${namespace ?? ''}/${name}`;
  for (const object of initial) {
    const { name = '', namespace } = object.metadata ?? {};
    objects.set(
      key(resources[object.kind ?? ''] ?? '', namespace, name),
      withMetadata(object, { resourceVersion: '1', uid: name }),
    );
  }

  function put(type: string, resource: string, object: StoredObject): StoredObject {
    version++;
    const stored = withMetadata(object, { resourceVersion: String(version) });
    const { name = '', namespace } = stored.metadata ?? {};
    objects.set(key(resource, namespace, name), stored);
    for (const tell of watchers) tell(type, resource, stored);
    return stored;
  }

  function matching({ resource, namespace }: Place, fieldSelector: string): StoredObject[] {
    return [...objects]
      .filter(
        ([at, object]) =>
          at.startsWith(`${resource}/`) && (namespace === undefined || object.metadata?.namespace === namespace),
      )
      .map(([, object]) => object)
      .filter((object) => isSelected(object, fieldSelector));
  }

  const store: ObjectStore = {
    get: (resource, namespace, name) => objects.get(key(resource, namespace, name)),
    list: (place, fieldSelector) => ({
      apiVersion: place.apiVersion,
      kind: `${typeOf(place).kind}List`,
      metadata: { resourceVersion: String(version) },
      items: matching(place, fieldSelector),
    }),
    create(place, object, isDryRun) {
      const name = object.metadata?.name ?? `made-${version}`;
      const made = withMetadata(object, {
        name,
        uid: `uid-${version}`,
        ...(place.namespace && { namespace: place.namespace }),
      });
      if (isDryRun) return made;
      const isPod = place.resource === 'pods';
      const stored = put('ADDED', place.resource, isPod ? { ...made, status: { phase: 'Pending' } } : made);
      if (isPod) setTimeout(() => put('MODIFIED', 'pods', { ...made, status: runningStatus(made) }), 50);
      return stored;
    },
    patch(place, name, change, isDryRun) {
      const before = objects.get(key(place.resource, place.namespace, name)) ?? {};
      const after = merged(before, change);
      return isDryRun ? after : put('MODIFIED', place.resource, after);
    },
    remove(resource, namespace, name) {
      const object = objects.get(key(resource, namespace, name));
      objects.delete(key(resource, namespace, name));
      if (object) for (const tell of watchers) tell('DELETED', resource, object);
    },
    watch(place, fieldSelector, sendsInitial, response) {
      response.writeHead(200, { 'content-type': 'application/json' });
      const tell = (type: string, resource: string, object: StoredObject) => {
        const isHere =
          resource === place.resource &&
          (place.namespace === undefined || object.metadata?.namespace === place.namespace);
        if (isHere && isSelected(object, fieldSelector)) response.write(`${JSON.stringify({ type, object })}\n`);
      };
      if (sendsInitial) {
        for (const object of matching(place, fieldSelector)) tell('ADDED', place.resource, object);
        const annotations = { 'k8s.io/initial-events-end': 'true' };
        const object = { ...typeOf(place), metadata: { resourceVersion: String(version), annotations } };
        response.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
      }
      watchers.add(tell);
      response.on('close', () => watchers.delete(tell));
    },
    finish(namespace, pod) {
      const object = objects.get(key('pods', namespace, pod));
      if (!object) return;
      const terminated = { exitCode: 0, reason: 'Completed' };
      const containerStatuses = namesOfContainers(object).map((name) => ({
        name,
        ready: false,
        state: { terminated },
      }));
      put('MODIFIED', 'pods', { ...object, status: { phase: 'Succeeded', containerStatuses } });
    },
  };
  return store;
}

function typeOf({ apiVersion, resource }: Place): { apiVersion: string; kind: string } {
  return { apiVersion, kind: Object.keys(resources).find((kind) => resources[kind] === resource) ?? '' };
}

function isSelected(object: StoredObject, fieldSelector: string): boolean {
  return fieldSelector.split(',').every((term) => {
    const [path = '', wanted] = term.split('=');
    if (path === '') return true;
    const found = path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), object);
    return found === wanted;
  });
}

function runningStatus(pod: StoredObject): unknown {
  const running = { startedAt: '2026-01-01T00:00:00Z' };
  return {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: namesOfContainers(pod).map((name) => ({ name, ready: true, state: { running } })),
  };
}

function namesOfContainers({ spec }: StoredObject): string[] {
  const containers = isObject(spec) && Array.isArray(spec.containers) ? spec.containers : [];
  return containers.map((container) => (isObject(container) ? String(container.name) : ''));
}

function withMetadata(object: StoredObject, metadata: Record<string, unknown>): StoredObject {
  return { ...object, metadata: { creationTimestamp: '2026-01-01T00:00:00Z', ...object.metadata, ...metadata } };
}

function merged<T>(before: T, change: unknown): T;
function merged(before: unknown, change: unknown): unknown {
  if (!isObject(before) || !isObject(change)) return change;
  const after: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(change)) after[name] = merged(before[name], value);
  return after;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
