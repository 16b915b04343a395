import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { tabClosedNotification } from '../../server/protocol/documents';
import { scanWorkspaceRequest } from '../../server/protocol/workspace';
import { endServers } from './client';
import { bad, binding, pod } from './shopManifests';
import { Changed, Created, Deleted, startInFolder, testFolder } from './workspaceEditor';

const complete = ({ state }: { state: string }) => state === 'complete';

describe('The whole workspace over the protocol', () => {
  afterEach(endServers);

  it('is looked at where the settings say so, with progress, and forgotten when they no longer do', async () => {
    const folder = testFolder({ 'a.yaml': pod('a', bad), 'deep/b.yml': pod('b', bad), 'deep/none.txt': pod('c', bad) });
    const editor = await startInFolder(folder, { workspace: 'open' });
    await editor.open(folder.uriOf('a.yaml'), pod('a', bad));
    assert.ok((await editor.pull(folder.uriOf('a.yaml'))).length > 0);
    assert.deepEqual(editor.sent('deep/b.yml'), []);
    await editor.changeSettings({ workspace: 'all' });
    await editor.reaches(complete);
    assert.ok(editor.sent('deep/b.yml').includes('host-network'));
    assert.deepEqual(editor.sent('a.yaml'), [], 'what is open is asked for');
    assert.deepEqual(editor.progress, { begun: 1, ended: 1 });
    await editor.pull(folder.uriOf('a.yaml'));
    const state = await editor.reaches(({ filesWithFindings }) => filesWithFindings === 2);
    assert.equal(state.findings.error, 2);
    await editor.changeSettings({ workspace: 'openFiles' });
    await editor.reaches((now) => now.state === 'off');
    assert.deepEqual(editor.sent('deep/b.yml'), []);
    assert.equal(await editor.stop(), 0);
  });

  it('shows no diagnostic twice when a file is opened, and shows it again when it is closed', async () => {
    const folder = testFolder({ 'a.yaml': pod('a', bad) });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    assert.ok(editor.sent('a.yaml').includes('host-network'));
    await editor.open(folder.uriOf('a.yaml'), pod('a'));
    const pulled = await editor.pull(folder.uriOf('a.yaml'));
    assert.deepEqual(editor.sent('a.yaml'), [], 'taken back before the answer');
    assert.ok(!pulled.some(({ code }) => code === 'host-network'), 'the text in the editor counts');
    const hidden = editor.pushed(folder.uriOf('a.yaml'));
    await editor.connection.sendNotification(tabClosedNotification.method, { uri: folder.uriOf('a.yaml') });
    assert.deepEqual(await hidden, pulled, 'an editor shows no diagnostics of its own without a tab');
    await editor.pull(folder.uriOf('a.yaml'));
    assert.deepEqual(editor.sent('a.yaml'), []);
    const closed = editor.pushed(folder.uriOf('a.yaml'));
    await editor.close(folder.uriOf('a.yaml'));
    assert.ok(
      (await closed).some(({ code }) => code === 'host-network'),
      'what is on disk counts again',
    );
  });

  it('shows what is found in a file that was closed while its diagnostics were asked for', async () => {
    const folder = testFolder({ 'a.yaml': pod('a', bad), 'b.yaml': pod('b') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    const asked: Promise<unknown>[] = [];
    for (let turn = 0; turn < 10; turn++) {
      await editor.open(folder.uriOf('a.yaml'), pod('a', bad));
      asked.push(editor.pull(folder.uriOf('a.yaml')));
      await editor.close(folder.uriOf('a.yaml'));
    }
    await Promise.all(asked);
    while (!editor.sent('a.yaml').includes('host-network')) await editor.pull(folder.uriOf('b.yaml'));
  });

  it('reads one file after a change in one, and no other that asked about nothing in it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [`apps/${number}/pod.yaml`, pod(`a${number}`, bad)]),
    );
    const folder = testFolder({ ...files, 'rbac/admin.yaml': binding('nobody') });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    folder.write('apps/7/pod.yaml', pod('a7', bad).replace('web:1.0', 'web'));
    const changed = editor.pushed(folder.uriOf('apps/7/pod.yaml'));
    await editor.tellOfChanges(['apps/7/pod.yaml', Changed]);
    assert.ok((await changed).some(({ code }) => code === 'image-tag'));
    const { readAgain } = await editor.reaches((state) => state.readAgain.length > 0);
    assert.deepEqual(readAgain, [path.join(folder.path, 'apps/7/pod.yaml').replaceAll('\\', '/')]);
  });

  it('follows files and folders that come, go and are renamed, and files that are ignored', async () => {
    const folder = testFolder({ 'old/a.yaml': pod('a', bad), 'old/deep/b.yaml': pod('b', bad) });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    const moved = editor.pushed(folder.uriOf('new/deep/b.yaml'));
    const gone = editor.pushed(folder.uriOf('old/a.yaml'));
    await rename(path.join(folder.path, 'old'), path.join(folder.path, 'new'));
    await editor.tellOfChanges(['old', Deleted], ['new', Created]);
    assert.deepEqual(await gone, []);
    assert.ok((await moved).some(({ code }) => code === 'host-network'));
    const ignored = editor.pushed(folder.uriOf('new/a.yaml'));
    folder.write('.gitignore', 'a.yaml\n');
    await editor.tellOfChanges(['.gitignore', Created]);
    assert.deepEqual(await ignored, []);
    const created = editor.pushed(folder.uriOf('c.yaml'));
    folder.write('c.yaml', pod('c', bad));
    await editor.tellOfChanges(['c.yaml', Created]);
    assert.ok((await created).some(({ code }) => code === 'host-network'));
    const removed = editor.pushed(folder.uriOf('c.yaml'));
    folder.remove('c.yaml');
    await editor.tellOfChanges(['c.yaml', Deleted]);
    assert.deepEqual(await removed, []);
  });

  it('is governed by the configuration on disk and, unsaved, in the editor', async () => {
    const folder = testFolder({ 'a.yaml': pod('a', bad), '.seaworthy.yaml': 'profile: baseline\n' });
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    assert.deepEqual(editor.sent('a.yaml'), ['host-network']);
    const off = editor.pushed(folder.uriOf('a.yaml'));
    await editor.open(folder.uriOf('.seaworthy.yaml'), 'profile: baseline\nrules:\n  host-network: off\n');
    assert.deepEqual(await off, []);
    const on = editor.pushed(folder.uriOf('a.yaml'));
    await editor.close(folder.uriOf('.seaworthy.yaml'));
    assert.equal((await on).length, 1);
    const excluded = editor.pushed(folder.uriOf('a.yaml'));
    folder.write('.seaworthy.yaml', 'exclude: [a.yaml]\n');
    await editor.tellOfChanges(['.seaworthy.yaml', Changed]);
    assert.deepEqual(await excluded, []);
  });

  it('is left as far as it has come when the user cancels, and scanned when the user asks', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, number) => [
        `${number}/pod.yaml`,
        pod(`a${number}`, bad).replace('shop', `n${number}`),
      ]),
    );
    const folder = testFolder(files);
    const editor = await startInFolder(folder);
    await editor.reaches(({ filesWithFindings }) => filesWithFindings > 0);
    await editor.cancelProgress();
    const stopped = await editor.reaches(({ state }) => state === 'stopped');
    assert.ok(stopped.done > 0 && stopped.done < 500, String(stopped.done));
    assert.ok(stopped.filesWithFindings > 0, 'what was found stays');
    assert.equal(editor.progress.ended, 1);
    assert.match(editor.messages[0] ?? '', /after \d+ of 500 files.*"Seaworthy: Scan workspace"/);
    const outcome = await editor.ask(scanWorkspaceRequest, {});
    assert.equal(outcome.state, 'complete');
    assert.equal(outcome.filesWithFindings, 500);
  });

  it('can be scanned although only open files are looked at otherwise', async () => {
    const folder = testFolder({ 'a.yaml': pod('a', bad) });
    const editor = await startInFolder(folder, { workspace: 'openFiles' });
    const outcome = await editor.ask(scanWorkspaceRequest, {});
    assert.equal(outcome.filesWithFindings, 1);
    assert.ok(editor.sent('a.yaml').includes('host-network'));
  });

  it('survives what can not be read, and says so in the log', async () => {
    const folder = testFolder({ 'good.yaml': pod('a', bad), 'b.yaml': '' });
    folder.write('binary.yaml', Buffer.from([1, 0, 2, 0]));
    folder.write('latin.yaml', Buffer.from('kind: Pod # caf\u00e9\n', 'latin1'));
    folder.write('utf16.yaml', Buffer.from(`\uFEFF${pod('wide', bad)}`, 'utf16le'));
    folder.write('huge.yaml', Buffer.alloc(21 * 1024 * 1024, 'a: b\n'));
    const bomb = Array.from({ length: 30 }, (_, level) => {
      const aliases = Array.from({ length: 9 }, () => `*a${level}`).join(', ');
      return `a${level + 1}: &a${level + 1} [${aliases}]\n`;
    });
    folder.write('bomb.yaml', `apiVersion: v1\nkind: Pod\na0: &a0 x\n${bomb.join('')}`);
    const editor = await startInFolder(folder);
    await editor.reaches(complete);
    assert.ok(editor.sent('good.yaml').includes('host-network'));
    assert.ok(editor.sent('utf16.yaml').includes('host-network'));
    const log = editor.log.join('\n');
    assert.match(log, /binary\.yaml is no text file/);
    assert.match(log, /latin\.yaml is written in neither UTF-8 nor UTF-16/);
    assert.match(log, /huge\.yaml holds 21 MB/);
    assert.equal(await editor.stop(), 0);
  });
});
