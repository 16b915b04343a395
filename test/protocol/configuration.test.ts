import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CompletionRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  HoverRequest,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { scanWorkspaceRequest } from '../../server/protocol/workspace';
import { endServers, modernCapabilities, startEditor } from './client';

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

  it('is the default while an editor fails to tell its settings, and theirs as soon as it does', async () => {
    let failures = 2;
    const waiting: (() => void)[] = [];
    const editor = await startEditor({
      folder,
      settings: ({ scopeUri }) => {
        if (scopeUri === uriOf('pod.yaml') && failures-- > 0) throw new Error('busy');
        return { rules: { 'host-network': 'off' } };
      },
      prepare: (connection) =>
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          for (const resolve of waiting.splice(0)) resolve();
        }),
    });
    const refreshed = () => new Promise<void>((resolve) => void waiting.push(resolve));
    await editor.open(uriOf('pod.yaml'), pod);
    let next = refreshed();
    let found = codes(await editor.pull(uriOf('pod.yaml')));
    assert.ok(found.includes('host-network'));
    while (found.includes('host-network')) {
      await next;
      next = refreshed();
      found = codes(await editor.pull(uriOf('pod.yaml')));
    }
    assert.equal(failures, -1);
    assert.ok(found.includes('probe-host'), String(found));
    assert.equal(await editor.stop(), 0);
  });

  it('takes what a kustomization lists among its patches for a part, as soon as it does', async () => {
    const kustomization = path.join(folder, 'kustomization.yaml');
    writeFileSync(kustomization, 'resources: [web.yaml]\n');
    const editor = await startEditor({ folder, settings: () => ({ profile: 'restricted' }) });
    const whole = pod.replace('name: web\n      live', 'name: web\n      image: web:1\n      live');
    await editor.open(uriOf('proxy.yaml'), whole);
    assert.ok(codes(await editor.pull(uriOf('proxy.yaml'))).includes('run-as-non-root'));
    writeFileSync(kustomization, 'resources: [web.yaml]\npatches: [{path: proxy.yaml}]\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('kustomization.yaml'), type: 2 }],
    });
    assert.deepEqual(codes(await editor.pull(uriOf('proxy.yaml'))), ['host-network', 'probe-host']);
    // Open and not yet saved, it says something else.
    const before = editor.refreshes();
    await editor.open(uriOf('kustomization.yaml'), 'resources: [web.yaml, proxy.yaml]\n');
    await editor.pull(uriOf('kustomization.yaml'));
    assert.ok(codes(await editor.pull(uriOf('proxy.yaml'))).includes('run-as-non-root'));
    assert.ok(editor.refreshes() > before);
    await editor.change(uriOf('kustomization.yaml'), 2, { text: 'patches: [{path: proxy.yaml}]\n' });
    await editor.pull(uriOf('kustomization.yaml'));
    assert.deepEqual(codes(await editor.pull(uriOf('proxy.yaml'))), ['host-network', 'probe-host']);
    await editor.change(uriOf('kustomization.yaml'), 3, { text: 'resources: [proxy.yaml]\n' });
    await editor.close(uriOf('kustomization.yaml'));
    await editor.pull(uriOf('proxy.yaml'));
    assert.deepEqual(codes(await editor.pull(uriOf('proxy.yaml'))), ['host-network', 'probe-host']);
    assert.equal(await editor.stop(), 0);
  });

  for (const told of ['rootUri', 'rootPath'] as const) {
    it(`counts for a client that knows no workspace folders and tells of its folder as ${told}`, async () => {
      writeFileSync(path.join(folder, '.seaworthy.yaml'), 'profile: baseline\nexclude: [out/]\n');
      const editor = await startEditor({ folder, tellsFolderAs: told, settings: () => ({ workspace: 'all' }) });
      await editor.open(uriOf('pod.yaml'), pod);
      assert.deepEqual(codes(await editor.pull(uriOf('pod.yaml'))), ['host-network', 'probe-host']);
      await editor.open(uriOf('out/pod.yaml'), pod);
      assert.deepEqual(await editor.pull(uriOf('out/pod.yaml')), []);
      const { state } = await editor.ask(scanWorkspaceRequest, {});
      assert.equal(state, 'complete');
      const faults = editor.log.filter((line) => !/is ready|is scanned|^Read again/.test(line));
      assert.deepEqual(faults, []);
      assert.equal(await editor.stop(), 0);
    });
  }

  it('tells at its key of a baseline that may not be read, and keeps nothing quiet', async function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(path.join(folder, 'in'));
    writeFileSync(path.join(folder, 'out.json'), '{"version": 1, "files": {}}');
    symlinkSync('../out.json', path.join(folder, 'in/link.json'));
    const inside = path.join(folder, 'in');
    const editor = await startEditor({ folder: inside });
    for (const [name, said] of [
      ['../out.json', /lies outside of .*in, so it is not read/],
      ['link.json', /is a link that leads out of .*in, so it is not read/],
      ['//server/share/x.json', /lies outside of/],
      ['none.json', /is not there/],
    ] as const) {
      const text = `profile: baseline\nbaseline: "${name}"\n`;
      await editor.open(uriOf('in/.seaworthy.yaml'), text);
      const [only, ...others] = await editor.pull(uriOf('in/.seaworthy.yaml'));
      assert.deepEqual(others, []);
      assert.match(String(only?.message), said);
      assert.deepEqual(only?.range.start, { line: 1, character: 10 });
      await editor.close(uriOf('in/.seaworthy.yaml'));
    }
    writeFileSync(path.join(inside, 'fine.json'), '{"version": 1, "files": {}}');
    await editor.open(uriOf('in/.seaworthy.yaml'), 'baseline: fine.json\n');
    assert.deepEqual(await editor.pull(uriOf('in/.seaworthy.yaml')), []);
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

  it('and its baseline are found up to the root of the repository, and watched whatever they are called', async () => {
    mkdirSync(path.join(folder, '.git'));
    writeFileSync(path.join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    mkdirSync(path.join(folder, 'apps/web'), { recursive: true });
    writeFileSync(path.join(folder, '.seaworthy.yaml'), 'profile: baseline\nbaseline: known/all[1].json\n');
    const watched: string[] = [];
    const editor = await startEditor({
      folder: path.join(folder, 'apps/web'),
      settings: () => ({ profile: 'all' }),
      capabilities: {
        ...modernCapabilities,
        workspace: {
          ...modernCapabilities.workspace,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
      prepare: (connection) =>
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          watched.push(...registrations.map(({ registerOptions }) => JSON.stringify(registerOptions)));
        }),
    });
    const uri = uriOf('apps/web/pod.yaml');
    await editor.open(uri, pod);
    assert.deepEqual(codes(await editor.pull(uri)), ['host-network', 'probe-host']);
    mkdirSync(path.join(folder, 'known'));
    const known = { 'host-network': [], 'probe-host': [] };
    writeFileSync(
      path.join(folder, 'known/all[1].json'),
      JSON.stringify({ version: 2, files: { '../a.yaml': known } }),
    );
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('known/all[1].json'), type: 1 }],
    });
    await editor.pull(uri);
    const missing = () => editor.log.filter((line) => /the baseline .*all\[1\]\.json is not there/.test(line)).length;
    assert.equal(missing(), 1);
    rmSync(path.join(folder, 'known/all[1].json'));
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('known/all[1].json'), type: 3 }],
    });
    await editor.pull(uri);
    assert.equal(missing(), 2);
    for (const [base, pattern] of [
      ['apps', '{.seaworthy.yaml,[kK]ustomization,kustomization.{yaml,yml}}'],
      ['', '{.seaworthy.yaml,[kK]ustomization,kustomization.{yaml,yml}}'],
      ['known', 'all?1?.json'],
    ] as const) {
      const globPattern = { baseUri: base === '' ? URI.file(folder).toString() : uriOf(base), pattern };
      assert.ok(watched.includes(JSON.stringify({ watchers: [{ globPattern }] })), watched.join('\n'));
    }
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

  it('is completed, explained and mended like any other file', async () => {
    const editor = await startEditor({ folder });
    const uri = uriOf('.seaworthy.yaml');
    await editor.open(uri, 'rules:\n  host-pdi: off\n  host-ipc: off\n  \n');
    const textDocument = { uri };
    const items = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line: 3, character: 2 },
    });
    assert.ok(Array.isArray(items) && items.some(({ label }) => label === 'host-pid'));
    assert.ok(!items.some(({ label }) => label === 'host-ipc' || label === 'apiVersion'));
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 2, character: 4 },
    });
    assert.match(JSON.stringify(hover?.contents), /host-ipc/);
    const [problem] = await editor.pull(uri);
    assert.ok(problem);
    const [fix] = await editor.actions(uri, problem.range, [problem]);
    assert.equal(fix?.title, 'Change to "host-pid"');
    assert.deepEqual(fix.diagnostics, [problem]);
    assert.deepEqual(fix.edit?.changes?.[uri], [{ range: problem.range, newText: 'host-pid' }]);
    assert.equal(await editor.stop(), 0);
  });

  it('leaves to another extension what the schema says', async () => {
    const editor = await startEditor({ folder, initializationOptions: { reportsSyntax: false, hasSchemas: true } });
    const uri = uriOf('.seaworthy.yaml');
    await editor.open(uri, 'profle: all\nrules: { host-prt: off, host-ipc: off\n');
    assert.deepEqual(await editor.pull(uri), []);
    await editor.change(uri, 2, { text: 'profle: all\nexclude: ["../a"]\n' });
    assert.match(
      (await editor.pull(uri)).map(({ message }) => message).join('\n'),
      /^exclude\[0\]: .* leads out[^\n]*$/,
    );
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
