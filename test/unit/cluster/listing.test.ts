import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { list, serviceAccountOfPod } from '../../../client/cluster/listing';
import type { ApiServer } from '../../kubernetes/apiServer';
import { startShopCluster, writeKubeconfig } from '../../kubernetes/shopCluster';

const forever = { signal: new AbortController().signal, milliseconds: 20_000 };

describe('what there is to pick in a cluster', () => {
  let api: ApiServer;
  let folder: string;
  let kubeconfigFiles: string[];

  before(async () => {
    api = await startShopCluster();
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-cluster-'));
    kubeconfigFiles = [path.join(folder, 'config')];
    await writeKubeconfig(path.join(folder, 'config'), api, [
      { name: 'harbour', namespace: 'shop' },
      { name: 'nowhere', server: 'https://127.0.0.1:9' },
      { name: 'no-such-name', server: 'https://cluster.invalid' },
      { name: 'untrusted', withoutCertificate: true },
    ]);
  });
  afterEach(() => api.setMood('well'));
  after(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (question: Parameters<typeof list>[1], context = 'harbour', patience = forever) =>
    list({ kubeconfigFiles, context }, question, patience);
  const values = async (question: Parameters<typeof list>[1]) => {
    const listing = await ask(question);
    assert.ok(listing.kind === 'items', JSON.stringify(listing));
    return listing.items.map(({ value }) => value);
  };
  const problem = async (context = 'harbour', patience = forever) => {
    const listing = await ask({ lists: 'pods', namespace: 'shop' }, context, patience);
    assert.ok(listing.kind === 'problem', JSON.stringify(listing));
    return listing.problem;
  };

  it('can not be asked with a kubeconfig that is broken, which is told', async () => {
    const broken = path.join(folder, 'broken');
    for (const text of ['contexts: [{name: harbour}]', 'clusters: 3', 'contexts: *gone', '- a', '']) {
      writeFileSync(broken, text);
      const listing = await list({ kubeconfigFiles: [broken], context: 'harbour' }, { lists: 'pods' }, forever);
      assert.ok(listing.kind === 'problem', text);
      assert.equal(listing.problem.kind, 'kubeconfig', text);
    }
  });

  it('is listed by name, in the namespace that was chosen', async () => {
    assert.deepEqual(await values({ lists: 'namespaces' }), ['default', 'shop', 'games']);
    assert.deepEqual(await values({ lists: 'nodes' }), ['node-1']);
    assert.deepEqual(await values({ lists: 'pods', namespace: 'shop' }), ['web-1']);
    assert.deepEqual(await values({ lists: 'pods', namespace: 'games' }), []);
    assert.deepEqual(await values({ lists: 'serviceAccounts', namespace: 'shop' }), ['default', 'cashier']);
    assert.deepEqual(await values({ lists: 'workloads', namespace: 'shop' }), ['deployment/web']);
    assert.deepEqual(await values({ lists: 'serviceAddresses', namespace: 'shop' }), ['http://web:8080']);
    assert.deepEqual(await values({ lists: 'portTargets', namespace: 'shop' }), ['service/web', 'pod/web-1']);
    assert.deepEqual(await values({ lists: 'containers', namespace: 'shop', pod: 'web-1' }), ['app', 'proxy']);
    assert.deepEqual(await values({ lists: 'workloadContainers', namespace: 'shop', workload: 'deployment/web' }), [
      'app',
    ]);
  });

  it('has resources with their API version', async () => {
    const listing = await ask({ lists: 'resources' });
    assert.ok(listing.kind === 'items');
    const deployments = listing.items.find(({ value }) => value === 'deployments');
    assert.equal(deployments?.apiVersion, 'apps/v1');
    assert.equal(deployments?.description, 'apps/v1 · Deployment · namespaced · deploy');
    assert.equal(listing.items.find(({ value }) => value === 'pods')?.apiVersion, 'v1');
  });

  it("knows a pod's ServiceAccount", async () => {
    assert.equal(
      await serviceAccountOfPod({ kubeconfigFiles, context: 'harbour' }, 'shop', 'web-1', forever),
      'cashier',
    );
    assert.equal(
      await serviceAccountOfPod({ kubeconfigFiles, context: 'harbour' }, 'shop', 'gone', forever),
      undefined,
    );
  });

  it('says that credentials have expired', async () => {
    api.setMood('unauthorized');
    const { kind, message } = await problem();
    assert.equal(kind, 'credentials');
    assert.match(message, /credentials of context harbour .* expired\. Sign in/);
  });

  it('says what is forbidden', async () => {
    api.setMood('forbidden');
    const { kind, message } = await problem();
    assert.equal(kind, 'forbidden');
    assert.match(message, /you may not list pods in namespace shop\. .*User "sailor" cannot list/);
  });

  it('says that a cluster can not be reached, and why', async () => {
    const closed = await problem('nowhere');
    assert.equal(closed.kind, 'unreachable');
    assert.match(
      closed.message,
      /context nowhere \(https:\/\/127\.0\.0\.1:9\) can't be reached: nothing listens there/,
    );
    const unknown = await problem('no-such-name');
    assert.equal(unknown.kind, 'unreachable');
    assert.match(unknown.message, /its name is not known/);
  });

  it('says that a certificate is not trusted', async () => {
    const { kind, message } = await problem('untrusted');
    assert.equal(kind, 'certificate');
    assert.match(message, /is not trusted: .*certificate.*\. Check certificate-authority-data/);
  });

  it('gives up on a cluster that does not answer, and stops at once when nobody wants the answer', async () => {
    api.setMood('slow');
    const { kind, message } = await problem('harbour', { ...forever, milliseconds: 50 });
    assert.equal(kind, 'slow');
    assert.match(message, /did not answer in time/);
    const ending = new AbortController();
    const asking = problem('harbour', { signal: ending.signal, milliseconds: 20_000 });
    ending.abort();
    assert.equal((await asking).kind, 'slow');
  });

  it('says that a context leads nowhere', async () => {
    const { kind, message } = await problem('gone');
    assert.equal(kind, 'kubeconfig');
    assert.match(message, /Context gone names no cluster/);
  });
});
