import assert from 'node:assert/strict';
import type { FromThread, ScanRequest, ScanTask } from '../../../server/languageServer/workspace/scanMessages';
import { scanTexts, takeEdited, textOf } from '../../../server/languageServer/workspace/scanTexts';
import { scanThread } from '../../../server/languageServer/workspace/scanThread';
import { forgetTold, isNewOf } from '../../../server/languageServer/workspace/tellingOnce';
import { beginTask, hearMessage, noTasks } from '../../../server/languageServer/workspace/threadTasks';
import { memoryFiles } from '../../../server/workspace/memoryFiles';

const folder = 'file:///shop';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostPID: true, containers: []}\n';
const request = (scan: number): ScanRequest => ({
  scan,
  isAnew: true,
  folders: [{ folder, settings: {} }],
  settings: undefined,
  neighbourhoods: [],
  shown: [folder],
});

describe('the tasks of a thread', () => {
  const open: ScanTask = { kind: 'open', folder, uri: `${folder}/a.yaml`, facts: undefined };

  it('wait for their turn; a scan ends the one that goes on, and one that was overtaken is not begun', () => {
    const tasks = noTasks();
    const [first, second] = [1, 2].map((scan): ScanTask => ({ kind: 'scan', request: request(scan) }));
    assert.ok(first && second);
    assert.deepEqual(hearMessage(tasks, first), { kind: 'task', task: first });
    assert.equal(beginTask(tasks, first), true);
    assert.equal(tasks.isCancelled, false);
    hearMessage(tasks, second);
    assert.equal(tasks.isCancelled, true);
    assert.equal(beginTask(tasks, first), false);
    assert.equal(beginTask(tasks, second), true);
    assert.equal(tasks.isCancelled, false);
  });

  it('are not ended for good when a scan is: changes are followed afterwards', () => {
    const tasks = noTasks();
    assert.deepEqual(hearMessage(tasks, { kind: 'cancel' }), { kind: 'nothing' });
    assert.equal(tasks.isCancelled, true);
    assert.equal(beginTask(tasks, open), true);
    assert.equal(tasks.isCancelled, false);
  });

  it('are none of what only says that a batch has arrived', () => {
    assert.deepEqual(hearMessage(noTasks(), { kind: 'next' }), { kind: 'batch arrived' });
  });
});

describe('what a thread knows of configurations', () => {
  it('is what the editor says before what is on disk, and news only if it says something else', async () => {
    const uri = `${folder}/.seaworthy.yaml`;
    const texts = scanTexts(memoryFiles(new Map([[uri, 'profile: baseline\n']])));
    assert.equal(await takeEdited(texts, uri, 'profile: baseline\n'), false);
    assert.equal(await takeEdited(texts, uri, 'profile: restricted\n'), true);
    assert.deepEqual(await textOf(texts, uri), { state: 'text', text: 'profile: restricted\n' });
    assert.equal(await takeEdited(texts, uri, undefined), true);
    assert.equal(await takeEdited(texts, uri, undefined), false);
  });
});

describe('what a thread tells of a file', () => {
  const at = { line: 0, character: 0 };
  const found = [{ message: 'found', range: { start: at, end: at } }];
  const hashOf = (text: string) => text;

  it('is told once, and again when the editor has shown its own', () => {
    const told = new Map<string, string>();
    assert.equal(isNewOf(told, 'a', [], hashOf), false, 'nobody has to be told of nothing');
    assert.equal(isNewOf(told, 'a', found, hashOf), true);
    assert.equal(isNewOf(told, 'a', found, hashOf), false);
    forgetTold(told, 'a');
    assert.equal(isNewOf(told, 'a', found, hashOf), true);
    assert.equal(isNewOf(told, 'a', [], hashOf), true);
  });
});

describe('a thread that scans files in memory', () => {
  it('tells what it finds, names what it reads, and is done once for each task', async () => {
    const uri = `${folder}/a.yaml`;
    const files = memoryFiles(new Map([[uri, pod]]));
    const said: FromThread[] = [];
    const done = new EventTarget();
    const reading = new SharedArrayBuffer(1024);
    const hear = scanThread(
      {
        purpose: 'scan',
        leftOut: [],
        reading,
        reportsSyntax: true,
        crowdedFolders: [],
        rulePages: undefined,
      },
      {
        hashOf: (text) => text,
        now: () => 0,
        files: { ...files, find: () => ({ files: [{ uri, size: pod.length }], faults: [], unread: [] }) },
        post(message) {
          said.push(message);
          if (message.kind === 'done') done.dispatchEvent(new Event('done'));
        },
        turn: async () => {},
      },
    );
    hear({ kind: 'scan', request: request(1) });
    await new Promise((resolve) => done.addEventListener('done', resolve, { once: true }));
    const kinds = said.map(({ kind }) => kind);
    assert.deepEqual(kinds.filter((kind) => kind !== 'progress').slice(-4), [
      'files',
      'neighbourhood',
      'scanned',
      'done',
    ]);
    const diagnostics = said.flatMap((message) =>
      message.kind === 'files' ? message.files.flatMap((file) => file.diagnostics ?? []) : [],
    );
    assert.ok(
      diagnostics.some(({ code }) => code === 'host-pid'),
      JSON.stringify(diagnostics.map(({ code }) => code)),
    );
    const [length] = new Int32Array(reading, 0, 1);
    assert.equal(length, uri.length);
  });
});
