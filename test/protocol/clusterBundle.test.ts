import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as listing from '../../client/cluster/listing';
import type { ApiServer } from '../kubernetes/apiServer';
import { startHttpProxy, startSocksProxy } from '../kubernetes/proxies';
import { startShopCluster } from '../kubernetes/shopCluster';

const bundle: typeof listing = createRequire(__filename)('../../dist/cluster.js');
const patience = { signal: new AbortController().signal, milliseconds: 20_000 };

describe('The bundle that speaks to clusters', () => {
  let api: ApiServer;
  let folder: string;

  before(async () => {
    api = await startShopCluster();
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-cluster-'));
  });
  after(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const namespaces = async (cluster: object, user: object = { token: 'of-the-test' }) => {
    const file = path.join(folder, 'config');
    const kubeconfig = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'harbour',
      clusters: [{ name: 'harbour', cluster: { server: api.url, ...certificate(), ...cluster } }],
      contexts: [{ name: 'harbour', context: { cluster: 'harbour', user: 'sailor' } }],
      users: [{ name: 'sailor', user }],
    };
    writeFileSync(file, JSON.stringify(kubeconfig));
    const asked = await bundle.list({ kubeconfigFiles: [file], context: 'harbour' }, { lists: 'namespaces' }, patience);
    assert.ok(asked.kind === 'items', JSON.stringify(asked));
    return asked.items.map(({ value }) => value);
  };
  const certificate = () => ({ 'certificate-authority-data': Buffer.from(api.certificate).toString('base64') });

  it('runs the plugin that a kubeconfig has for its credentials', async () => {
    const plugin = path.join(folder, 'plugin.cjs');
    const credential = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'of-the-plugin' },
    };
    writeFileSync(plugin, `process.stdout.write(${JSON.stringify(JSON.stringify(credential))})`);
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: process.execPath, args: [plugin] };
    assert.deepEqual(await namespaces({}, { exec }), ['default', 'shop', 'games']);
    assert.equal(api.requests.at(-1)?.authorization, 'Bearer of-the-plugin');
  });

  it('sends the token that a provider of identities has given', async () => {
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${encoded({ alg: 'none' })}.${encoded({ exp: 4_000_000_000 })}.signature`;
    const provider = { name: 'oidc', config: { 'id-token': token } };
    assert.deepEqual(await namespaces({}, { 'auth-provider': provider }), ['default', 'shop', 'games']);
    assert.equal(api.requests.at(-1)?.authorization, `Bearer ${token}`);
  });

  for (const [title, start] of [
    ['an HTTP proxy', startHttpProxy],
    ['a SOCKS proxy', startSocksProxy],
  ] as const) {
    it(`goes through ${title} that a kubeconfig names`, async () => {
      const proxy = await start();
      try {
        assert.deepEqual(await namespaces({ 'proxy-url': proxy.url }), ['default', 'shop', 'games']);
        assert.equal(proxy.ledOn(), 1);
      } finally {
        proxy.stop();
      }
    });
  }
});
