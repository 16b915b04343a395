import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterApis } from '../../server/manifests/versions/apiVersions/clusterApis';
import {
  isDeprecatedAt,
  isOffByDefaultAt,
  isServedAt,
  type ServedApi,
  servedApi,
} from '../../server/manifests/versions/apiVersions/servedApi';
import { workloadApis } from '../../server/manifests/versions/apiVersions/workloadApis';
import { newestVersion } from '../../server/manifests/versions/kubernetesVersion';
import { everythingOn, type RealApiServer, startRealApiServer, whyNoApiServer } from '../kubernetes/realApiServer';

/** A kind in one version, as an API server serves it. */
interface Recorded {
  readonly apiVersion: string;
  readonly kind: string;
  /** Without any flag. */
  readonly isOn: boolean;
  /** What the server says when it is asked for objects of the kind. */
  readonly warning?: string;
}

const file = path.join(__dirname, '../fixtures/discovery/kubernetes-1.37.json');

/** Sent to the API server by nobody: it sends it to webhooks. */
const neverServed = ['apiextensions.k8s.io/v1 ConversionReview'];

/** Of a subresource that is opened, with options in its address: no manifest is written with it. */
const isOptions = (kind: string) => kind.endsWith('Options');

function recorded(): Recorded[] {
  const { apis }: { apis: Recorded[] } = JSON.parse(readFileSync(file, 'utf8'));
  return apis;
}

/** The APIs of the newest release by `group/version Kind`, as the tables have them. */
function known(): Map<string, ServedApi> {
  const all = Object.entries({ ...workloadApis, ...clusterApis }).flatMap(([group, kinds]) =>
    Object.entries(kinds).flatMap(([kind, versions]) =>
      Object.keys(versions).flatMap((version) => servedApi(group, version, kind) ?? []),
    ),
  );
  const served = all.filter((api) => isServedAt(api, newestVersion));
  return new Map(served.map((api) => [`${api.group === '' ? '' : `${api.group}/`}${api.version} ${api.kind}`, api]));
}

describe('the tables of APIs', () => {
  it('hold what the API server of the newest release serves, and nothing else', () => {
    const names = recorded().map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
    const tables = [...known().keys()].filter((name) => !neverServed.includes(name));
    assert.deepEqual(tables.sort(), names.sort());
  });

  it('tell which of them are off unless they are switched on', () => {
    const off = [...known()].filter(([, api]) => isOffByDefaultAt(api, newestVersion)).map(([name]) => name);
    const server = recorded().flatMap(({ apiVersion, kind, isOn }) => (isOn ? [] : [`${apiVersion} ${kind}`]));
    assert.deepEqual(off.sort(), server.sort());
    assert.equal(server.length, 28);
  });

  it('know since when each is deprecated, and which release goes without it, as the server warns', () => {
    const table = known();
    for (const { apiVersion, kind, warning = '' } of recorded()) {
      const [, deprecated, removed] = /deprecated in v1\.(\d+)\+(?:, unavailable in v1\.(\d+)\+)?/.exec(warning) ?? [];
      const api = table.get(`${apiVersion} ${kind}`);
      assert.ok(api);
      assert.equal(isDeprecatedAt(api, newestVersion), deprecated !== undefined, `${apiVersion} ${kind}: ${warning}`);
      if (deprecated !== undefined) assert.equal(`${api.deprecated}`, deprecated, warning);
      if (removed !== undefined) assert.equal(`${api.removed}`, removed, warning);
    }
  });

  it('are compared with what a real API server says', async function () {
    const reason = whyNoApiServer();
    if (reason !== undefined) {
      console.log(`      ${reason}`);
      return this.skip();
    }
    this.timeout(300_000);
    const on = new Set((await discovered([])).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
    const all = await discovered(everythingOn);
    const said = all.map((api) => ({ ...api, isOn: on.has(`${api.apiVersion} ${api.kind}`) }));
    const sorted = (apis: readonly Recorded[]) =>
      apis.map(({ apiVersion, kind, isOn, warning }) => [apiVersion, kind, isOn, warning].join(' ')).sort();
    assert.deepEqual(sorted(recorded()), sorted(said));
  });
});

/** Everything that a server started with these flags serves. */
async function discovered(flags: readonly string[]): Promise<Omit<Recorded, 'isOn'>[]> {
  const server = await startRealApiServer(flags);
  try {
    const { groups }: { groups: { versions: { groupVersion: string }[] }[] } = await answered(server, '/apis');
    const versions = ['v1', ...groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion))];
    const found = new Map<string, Omit<Recorded, 'isOn'>>();
    for (const version of versions) {
      for (const api of await kindsIn(server, version)) found.set(`${api.apiVersion} ${api.kind}`, api);
    }
    return [...found.values()];
  } finally {
    await server.stop();
  }
}

/** A resource as discovery lists it; a subresource may be of another group's kind. */
interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly group?: string;
  readonly version?: string;
  readonly verbs: readonly string[];
}

async function kindsIn(server: RealApiServer, groupVersion: string): Promise<Omit<Recorded, 'isOn'>[]> {
  const at = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`;
  const { resources }: { resources: Resource[] } = await answered(server, at);
  const found: Omit<Recorded, 'isOn'>[] = [];
  for (const { name, kind, group, version, verbs } of resources) {
    if (isOptions(kind)) continue;
    const [resource, subresource] = name.split('/');
    const isSub = subresource !== undefined;
    if (isSub && resources.some((whole) => whole.name === resource && whole.kind === kind)) continue;
    const apiVersion = isSub && version !== undefined ? [group, version].filter(Boolean).join('/') : groupVersion;
    const { warnings } = !isSub && verbs.includes('list') ? await server.ask(`${at}/${name}`) : { warnings: [] };
    found.push({ apiVersion, kind, ...(warnings[0] === undefined ? {} : { warning: warnings[0] }) });
  }
  return found;
}

async function answered(server: RealApiServer, at: string) {
  return JSON.parse((await server.ask(at)).body);
}
