import { writeFile } from 'node:fs/promises';
import { type ApiServer, startApiServer } from './apiServer';
import type { StoredObject } from './objectStore';

/** A small cluster with two namespaces. */
export function startShopCluster(): Promise<ApiServer> {
  return startApiServer([
    ...['default', 'shop', 'games'].map((name) => object('v1', 'Namespace', name)),
    object('v1', 'Node', 'node-1', undefined, { status: { nodeInfo: { kubeletVersion: 'v1.35.0' } } }),
    object('v1', 'ServiceAccount', 'default', 'shop'),
    object('v1', 'ServiceAccount', 'cashier', 'shop'),
    object('v1', 'Service', 'web', 'shop', { spec: { ports: [{ port: 8080, protocol: 'TCP', name: 'http' }] } }),
    object('v1', 'Pod', 'web-1', 'shop', {
      spec: { serviceAccountName: 'cashier', nodeName: 'node-1', containers: [container('app'), container('proxy')] },
      status: { phase: 'Running', containerStatuses: [{ name: 'app', ready: true, state: { running: {} } }] },
    }),
    object('v1', 'Event', 'web-1.1', 'shop', {
      involvedObject: { kind: 'Pod', name: 'web-1', namespace: 'shop', uid: 'web-1', apiVersion: 'v1' },
      ...{
        type: 'Warning',
        reason: 'Unhealthy',
        message: 'Readiness probe failed',
        lastTimestamp: '2026-01-01T00:00:00Z',
        count: 3,
      },
    }),
    object('apps/v1', 'Deployment', 'web', 'shop', {
      spec: { template: { spec: { containers: [container('app')] } } },
    }),
  ]);
}

/** A context for a kubeconfig. */
export interface WrittenContext {
  readonly name: string;
  readonly namespace?: string;
  /** Another address than the server's. */
  readonly server?: string;
  /** The same server by another name, as if it were another cluster. */
  readonly byName?: boolean;
  /** Leaves the server's certificate out, so that nobody trusts it. */
  readonly withoutCertificate?: boolean;
}

/** Writes a kubeconfig whose contexts lead to the server; the first one is current. */
export async function writeKubeconfig(
  file: string,
  api: ApiServer,
  contexts: readonly WrittenContext[],
): Promise<void> {
  const clusters = contexts.map(({ name, server, byName, withoutCertificate }) => ({
    name,
    cluster: {
      server: server ?? (byName ? api.url.replace('127.0.0.1', 'localhost') : api.url),
      ...(!withoutCertificate && { 'certificate-authority-data': Buffer.from(api.certificate).toString('base64') }),
    },
  }));
  const config = {
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': contexts[0]?.name ?? '', clusters },
    contexts: contexts.map(({ name, namespace }) => ({
      name,
      context: { cluster: name, user: 'sailor', ...(namespace && { namespace }) },
    })),
    users: [{ name: 'sailor', user: { token: 'of-the-test' } }],
  };
  await writeFile(file, JSON.stringify(config, undefined, 1));
}

function object(
  apiVersion: string,
  kind: string,
  name: string,
  namespace?: string,
  rest: Record<string, unknown> = {},
): StoredObject {
  return { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) }, ...rest };
}

function container(name: string): unknown {
  return { name, image: `registry.example.com/${name}:1.0` };
}
