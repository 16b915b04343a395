import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { apiGroups, apiVersions, openApiIndex, openApiOfCore, resourcesOf } from './discovery';
import { type ObjectStore, objectStore, type StoredObject } from './objectStore';
import type { Place } from './place';
import { serveStreams } from './streams';

/*
 * Enough of a Kubernetes API server for the real kubectl: discovery, OpenAPI of pods, list, watch, get, create, patch,
 * delete, attach, exec and log. What it receives is kept for tests to look at.
 */

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly user: string | undefined;
  /** The header that says who asks. */
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** How the server answers everything. */
export type Mood = 'well' | 'slow' | 'unauthorized' | 'forbidden';

/** A running API server. */
export interface ApiServer {
  readonly url: string;
  /** PEM of the certificate that clients must trust. */
  readonly certificate: string;
  readonly requests: readonly ReceivedRequest[];
  /** What was typed into attached and executed programs, by pod. */
  readonly typed: ReadonlyMap<string, string>;
  readonly store: ObjectStore;
  setMood(mood: Mood): void;
  stop(): Promise<void>;
}

/** Starts an API server on loopback with a certificate of its own, that holds these objects. */
export async function startApiServer(objects: readonly StoredObject[]): Promise<ApiServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  const store = objectStore(objects);
  const requests: ReceivedRequest[] = [];
  const typed = new Map<string, string>();
  const sockets = new Set<Duplex>();
  let mood: Mood = 'well';
  const server = createServer({ key, cert }, (request, response) => {
    void received(request).then((body) => {
      const user = request.headers['impersonate-user'];
      requests.push({
        method: request.method ?? '',
        authorization: request.headers.authorization,
        path: request.url ?? '',
        user: Array.isArray(user) ? user[0] : user,
        body,
      });
      if (mood === 'well') answer(request, response, body, store);
      else refuse(response, mood);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  serveStreams(server, store, typed, (path) =>
    requests.push({ method: 'CONNECT', path, user: undefined, authorization: undefined, body: undefined }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${addressOf(server).port}`,
    certificate: cert,
    requests,
    typed,
    store,
    setMood: (next) => {
      mood = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // Those that have become WebSockets are no connections of HTTP any more, and a kubectl may hold on to them.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.');
  return address;
}

async function received(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function refuse(response: ServerResponse, mood: Exclude<Mood, 'well'>): void {
  // "slow" never answers: the client's patience decides.
  if (mood === 'unauthorized') send(response, 401, status(401, 'Unauthorized', 'Unauthorized'));
  if (mood === 'forbidden')
    send(response, 403, status(403, 'Forbidden', 'User "sailor" cannot list resource in API group ""'));
}

function answer(request: IncomingMessage, response: ServerResponse, body: unknown, store: ObjectStore): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://127.0.0.1');
  const discovered = discovery(pathname);
  const place = placeOf(pathname);
  const fieldSelector = searchParams.get('fieldSelector') ?? '';
  if (discovered) send(response, 200, discovered);
  else if (!place) send(response, 404, notFound(pathname));
  else if (searchParams.get('watch'))
    store.watch(place, fieldSelector, searchParams.has('sendInitialEvents'), response);
  else if (place.sub === 'log') response.writeHead(200, { 'content-type': 'text/plain' }).end(`log of ${place.name}\n`);
  else if (request.method === 'POST')
    send(response, 201, posted(place, objectIn(body), searchParams.get('dryRun') === 'All', store));
  else if (place.name === undefined) send(response, 200, store.list(place, fieldSelector));
  else
    one(
      request.method,
      { ...place, name: place.name },
      objectIn(body),
      searchParams.get('dryRun') === 'All',
      store,
      response,
    );
}

function posted(place: Place, body: StoredObject, isDryRun: boolean, store: ObjectStore): unknown {
  if (place.resource === 'selfsubjectrulesreviews') return rulesReview(body);
  if (place.resource === 'selfsubjectreviews') return { ...body, status: { userInfo: { username: 'sailor' } } };
  if (place.sub === 'token') {
    return { ...body, status: { token: `token-of-${place.name}`, expirationTimestamp: '2030-01-01T00:00:00Z' } };
  }
  return store.create(place, body, isDryRun);
}

function one(
  method: string | undefined,
  place: Place & { name: string },
  body: StoredObject,
  isDryRun: boolean,
  store: ObjectStore,
  response: ServerResponse,
): void {
  const { resource, namespace, name } = place;
  const found = store.get(resource, namespace, name);
  if (found && method === 'DELETE' && !isDryRun) store.remove(resource, namespace, name);
  if (!found) send(response, 404, notFound(`${resource} "${name}"`));
  else send(response, 200, method === 'PATCH' ? store.patch(place, name, body, isDryRun) : found);
}

function notFound(what: string): unknown {
  return status(404, 'NotFound', `${what} not found`);
}

function discovery(path: string): unknown {
  if (path === '/version') return { major: '1', minor: '35', gitVersion: 'v1.35.0', platform: 'linux/amd64' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  if (path === '/apis') return apiGroups();
  if (path === '/openapi/v3') return openApiIndex();
  if (path === '/openapi/v3/api/v1') return openApiOfCore();
  const version = /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))$/.exec(path);
  return version ? resourcesOf(version[1] ?? version[2] ?? '', apiVersions) : undefined;
}

function placeOf(path: string): Place | undefined {
  const match =
    /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(
      path,
    );
  if (!match) return undefined;
  const [, core, group, namespace, resource = '', name, sub] = match;
  return { apiVersion: core ?? group ?? '', resource, namespace, name, sub };
}

function objectIn(body: unknown): StoredObject {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function rulesReview(body: StoredObject): unknown {
  const resourceRules = [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['configmaps'] }];
  return { ...body, status: { resourceRules, nonResourceRules: [], incomplete: false } };
}

function status(code: number, reason: string, message: string): unknown {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code };
}

function send(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
