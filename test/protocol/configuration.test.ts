import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { endServers, startEditor } from './client';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      livenessProbe:
        tcpSocket: { host: example.com, port: 80 }
`;

describe('Configuration over the protocol', () => {
  let folder = '';
  const codes = (found: readonly { code?: unknown }[]) => found.map(({ code }) => code);
  const uriOf = (name: string) => URI.file(path.join(folder, name)).toString();

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-protocol-'));
  });
  afterEach(() => {
    endServers();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes from the settings where no file governs, and changes apply at once', async () => {
    let settings: unknown = { kubernetesVersion: '1.33' };
    const editor = await startEditor({ folder, settings: () => settings });
    await editor.open(uriOf('pod.yaml'), pod);
    assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['host-network']);
    settings = { kubernetesVersion: '1.34', rules: { 'host-network': 'off' } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['probe-host']);
    assert.ok(editor.refreshes() > 0);
    assert.equal(await editor.stop(), 0);
  });

  it('comes from the nearest file instead, whole, and follows the file when it changes on disk', async () => {
    const file = path.join(folder, '.seaworthy.yaml');
    writeFileSync(file, 'rules:\n  host-network: off\n');
    const editor = await startEditor({ folder, settings: () => ({ rules: { 'probe-host': 'off' } }) });
    await editor.open(uriOf('pod.yaml'), pod);
    assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['probe-host']);
    writeFileSync(file, 'exclude: ["pod.yaml"]\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('.seaworthy.yaml'), type: 2 }],
    });
    assert.deepEqual(await editor.pull(uriOf('pod.yaml')), []);
    assert.equal(await editor.stop(), 0);
  });

  it('counts as it is typed, before it is saved, and names its own mistakes', async () => {
    const editor = await startEditor({ folder });
    await editor.open(uriOf('pod.yaml'), pod);
    await editor.open(uriOf('.seaworthy.yaml'), 'rules:\n  host-network: off\n  host-netwrk: error\n');
    assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['probe-host']);
    const [problem] = await editor.pull(uriOf('.seaworthy.yaml'));
    assert.match(String(problem?.message), /host-netwrk.*host-network/);
    assert.equal(problem?.range.start.line, 2);
    await editor.close(uriOf('.seaworthy.yaml'));
    assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['host-network', 'probe-host']);
    assert.equal(await editor.stop(), 0);
  });

  it('reaches an editor that sends its settings with their changes', async () => {
    const editor = await startEditor({ capabilities: {}, folder });
    const opened = editor.pushed(uriOf('pod.yaml'));
    await editor.open(uriOf('pod.yaml'), pod);
    assert.deepEqual(codes(await opened), ['host-network', 'probe-host']);
    const changed = editor.pushed(uriOf('pod.yaml'));
    const settings = { seaworthy: { rules: { 'probe-host': 'hint' } } };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.deepEqual(
      (await changed).map(({ severity }) => severity),
      [1, 4],
    );
    assert.equal(await editor.stop(), 0);
  });
});
