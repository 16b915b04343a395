import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type Decision, decisionRequest, decisionsChangedNotification } from '../../server/protocol/documents';
import { type Editor, endServers, hear, startEditor } from './client';

describe('What counts for a document', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-decisions-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  afterEach(endServers);

  it('is what the settings say where no file governs, and changes with them', async () => {
    let settings: unknown = { profile: 'baseline', kubernetesVersion: '1.30' };
    const editor = await startEditor({ settings: () => settings, folder });
    const before = await decisionFor(editor, path.join(folder, 'web.yaml'));
    assert.deepEqual(before, {
      isExcluded: false,
      profile: 'baseline',
      kubernetesVersion: '1.30',
      newestVersion: '1.37',
    });
    const told = new Promise<void>((resolve) => {
      hear(editor.connection, decisionsChangedNotification, () => resolve());
    });
    settings = { exclude: ['web.yaml'] };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await told;
    const { isExcluded, profile, kubernetesVersion } = (await decisionFor(editor, path.join(folder, 'web.yaml'))) ?? {};
    assert.deepEqual([isExcluded, profile, kubernetesVersion], [true, 'recommended', '1.37']);
    assert.equal(await editor.stop(), 0);
  });

  it('is what the nearest configuration file says, its overrides included', async () => {
    const configuration = path.join(folder, '.seaworthy.yaml');
    await writeFile(
      configuration,
      'kubernetesVersion: "1.28"\noverrides:\n  - files: [agents/**]\n    profile: baseline\n',
    );
    const editor = await startEditor({ settings: () => ({ profile: 'all' }), folder });
    const address = URI.file(configuration).toString();
    const web = await decisionFor(editor, path.join(folder, 'web.yaml'));
    const agent = await decisionFor(editor, path.join(folder, 'agents', 'node.yaml'));
    assert.deepEqual(
      [web, agent].map((decision) => [decision?.profile, decision?.kubernetesVersion, decision?.configuration]),
      [
        ['recommended', '1.28', address],
        ['baseline', '1.28', address],
      ],
    );
    assert.equal(await decisionFor(editor, configuration), null);
    assert.equal(await editor.stop(), 0);
  });
});

function decisionFor(editor: Editor, file: string): Promise<Decision | null> {
  return editor.ask(decisionRequest, { uri: URI.file(file).toString() });
}
