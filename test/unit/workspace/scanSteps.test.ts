import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { takeChanges, tellChanges, tellOpenFiles } from '../../../server/languageServer/workspace/changedFiles';
import { effectsOf } from '../../../server/languageServer/workspace/neighbourhoodEffects';
import { lookFromClosed, lookFromOpen } from '../../../server/languageServer/workspace/neighbourhoods';
import type { ScanEffect } from '../../../server/languageServer/workspace/scanEffects';
import {
  askForScan,
  type SettingsNow,
  startScan,
  takeSettings,
} from '../../../server/languageServer/workspace/scanStarting';
import { noScan, workspaceStateOf } from '../../../server/languageServer/workspace/scanState';
import { closeOpen, hideOpen, showOpen } from '../../../server/languageServer/workspace/shownFindings';
import { takeDeath, takeNews } from '../../../server/languageServer/workspace/threadNews';
import { nothingFrom } from '../../../server/workspace/judge/fileFacts';
import { shownUri } from '../../../server/workspace/uris';

const folder = 'file:///shop';
const [one, other] = [`${folder}/one.yaml`, `${folder}/other.yaml`];
const whole: SettingsNow = {
  folders: [{ folder, settings: { workspace: 'all' } }],
  settings: undefined,
  hasFolders: true,
};
const openOnly: SettingsNow = { ...whole, folders: [{ folder, settings: { workspace: 'openFiles' } }] };
const at = { line: 0, character: 0 };
const found: Diagnostic = { message: 'found', severity: 1, range: { start: at, end: at } };

const kinds = (effects: readonly ScanEffect[]) => effects.map(({ kind }) => kind);
const shown = (effects: readonly ScanEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'show' ? [[effect.uri, effect.diagnostics.length]] : []));
const tasks = (effects: readonly ScanEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'tell thread' ? [effect.task] : []));

describe('the steps of a scan', () => {
  /** A scan of the whole folder, on its way. */
  const scanning = () => {
    const scan = noScan();
    takeSettings(scan, whole);
    return scan;
  };
  const scanned = (isWhole: boolean, scan = 1) =>
    ({ kind: 'scanned', scan, isWhole, read: 2, milliseconds: 1500 }) as const;

  it('start a thread where the settings ask for the whole workspace, and once only', () => {
    const scan = noScan();
    const effects = takeSettings(scan, whole);
    assert.deepEqual(kinds(effects), ['start thread', 'watch files', 'show progress', 'tell thread', 'tell state']);
    assert.equal(scan.state, 'scanning');
    assert.deepEqual(takeSettings(scan, whole), [], 'nothing is new');
    assert.deepEqual(kinds(startScan(scan, true)), ['show progress', 'tell thread', 'tell state']);
  });

  it('start no thread while nothing is wanted, and end it when nothing is wanted any more', () => {
    const scan = noScan();
    assert.deepEqual(takeSettings(scan, openOnly), []);
    takeSettings(scan, whole);
    assert.ok(kinds(takeSettings(scan, openOnly)).includes('end thread'));
    assert.equal(scan.state, 'off');
  });

  it('take back what is shown of a folder that is no longer scanned as a whole', () => {
    const scan = scanning();
    takeNews(scan, { kind: 'files', files: [{ uri: one, diagnostics: [found] }] }, shownUri);
    assert.deepEqual(shown(takeSettings(scan, openOnly)), [[one, 0]]);
    assert.equal(workspaceStateOf(scan).filesWithFindings, 0);
  });

  it('refuse to scan where nothing is on disk, and say once why nothing is scanned', () => {
    const scan = noScan();
    const nothing: SettingsNow = { folders: [], settings: undefined, hasFolders: true };
    assert.deepEqual(kinds(takeSettings(scan, nothing)), ['log']);
    assert.deepEqual(takeSettings(scan, nothing), []);
    assert.deepEqual(askForScan(scan, nothing), { isRefused: true, effects: [] });
    assert.equal(scan.isRequested, false);
  });

  it('answer who asked for a scan when it is over, and none that was overtaken', () => {
    const scan = noScan();
    assert.equal(askForScan(scan, openOnly).isRefused, false);
    startScan(scan, true);
    assert.deepEqual(takeNews(scan, scanned(true, 1), shownUri), []);
    assert.ok(kinds(takeNews(scan, scanned(true, 2), shownUri)).includes('answer'));
    assert.equal(scan.state, 'complete');
  });

  it('offer to go on with a scan that was ended, and say how far it came', () => {
    const scan = scanning();
    takeNews(scan, { kind: 'progress', done: 2, total: 5 }, shownUri);
    const offer = takeNews(scan, scanned(false), shownUri).at(-1);
    assert.deepEqual(offer, {
      kind: 'offer scan',
      message: 'Seaworthy stopped scanning the workspace after 2 of 5 files.',
    });
    assert.equal(scan.state, 'stopped');
  });

  it('start a thread anew without the file that it died of, and give up the second time', () => {
    const scan = scanning();
    const [, started] = takeDeath(scan, { reason: 'too much', uri: one }, shownUri);
    assert.deepEqual(started, { kind: 'start thread', leftOut: [one] });
    const effects = takeDeath(scan, { reason: 'too much', uri: other }, shownUri);
    assert.ok(!kinds(effects).includes('start thread'));
    assert.equal(effects.at(-1)?.kind, 'offer scan');
    assert.equal(scan.state, 'stopped');
  });

  it('start it anew however often it died, if each time a scan was whole in between', () => {
    const scan = scanning();
    for (const number of [2, 3, 4]) {
      assert.ok(kinds(takeDeath(scan, { reason: 'too much', uri: undefined }, shownUri)).includes('start thread'));
      takeNews(scan, scanned(true, number), shownUri);
    }
  });

  it('show what is found in closed files, and take it back while they are open', () => {
    const scan = scanning();
    const news = { kind: 'files', files: [{ uri: one, diagnostics: [found] }] } as const;
    assert.deepEqual(shown(takeNews(scan, news, shownUri)), [[one, 1]]);
    assert.deepEqual(shown(showOpen(scan, one, [found])), [[one, 0]]);
    assert.deepEqual(shown(takeNews(scan, news, shownUri)), [], 'the client shows its own');
    assert.deepEqual(shown(hideOpen(scan, one, [found, found])), [[one, 2]]);
    assert.deepEqual(shown(takeNews(scan, { ...news, files: [{ uri: one, diagnostics: [] }] }, shownUri)), [[one, 0]]);
    assert.deepEqual(shown(takeNews(scan, { ...news, files: [{ uri: one, diagnostics: [] }] }, shownUri)), []);
  });

  it('say once that the files of a folder are judged each by itself', () => {
    const scan = scanning();
    const news = { kind: 'neighbourhood', folder, alone: 'holds too many' } as const;
    const [warning] = takeNews(scan, news, shownUri);
    const message = '/shop holds too many. Exclude what is no manifest in .seaworthy.yaml.';
    assert.deepEqual(warning, { kind: 'warn', message });
    assert.ok(!kinds(takeNews(scan, news, shownUri)).includes('warn'));
  });

  it('gather changes until the thread is told of them', () => {
    const scan = scanning();
    const change = (uri: string, type: FileChangeType = FileChangeType.Changed) =>
      takeChanges(scan, [{ uri, type }], (changed) => changed.endsWith('/.seaworthy.yaml'));
    assert.deepEqual(change(one), [{ kind: 'delay', delayed: 'tell changes' }]);
    change(other, FileChangeType.Created);
    assert.deepEqual(tasks(tellChanges(scan)), [{ kind: 'changed', uris: [one, other], areOthers: true }]);
    assert.deepEqual(tasks(tellChanges(scan)), [{ kind: 'changed', uris: [], areOthers: false }]);
    assert.deepEqual(change(`${folder}/.seaworthy.yaml`)[0], { kind: 'delay', delayed: 'scan anew' });
  });

  it('leave changes alone of which no thread has to know', () => {
    assert.deepEqual(
      takeChanges(noScan(), [{ uri: one, type: FileChangeType.Changed }], () => true),
      [],
    );
  });

  it('have the neighbours of an open file read, and tell the thread what it says', () => {
    const scan = noScan();
    const file = { uri: one, folder, isOnDisk: true, facts: () => nothingFrom(one) };
    const { surroundings, news } = lookFromOpen(scan.neighbourhoods, file);
    assert.equal(surroundings?.areAwaited, true);
    assert.deepEqual(effectsOf(scan, news), [
      { kind: 'delay', delayed: 'read more' },
      { kind: 'delay', delayed: 'tell open files' },
    ]);
    assert.deepEqual(tasks(tellOpenFiles(scan)), [{ kind: 'open', folder, uri: one, facts: nothingFrom(one) }]);
    assert.deepEqual(
      tasks(startScan(scan, false)).map(({ kind }) => kind),
      ['scan', 'open'],
    );
    assert.deepEqual(lookFromOpen(scan.neighbourhoods, file).news, [], 'nothing is new');
    closeOpen(scan, one);
    assert.deepEqual(tasks(tellOpenFiles(scan)), [{ kind: 'open', folder, uri: one, facts: undefined }]);
  });

  it('wake who waits for a neighbourhood when it is read, or nobody will read it', () => {
    const scan = scanning();
    assert.equal(lookFromClosed(scan.neighbourhoods, folder, one).isAwaited, true);
    const effects = takeNews(scan, { kind: 'neighbourhood', folder, alone: undefined }, shownUri);
    assert.deepEqual(kinds(effects), ['wake', 'refresh open files']);
    assert.equal(lookFromClosed(scan.neighbourhoods, folder, one).isAwaited, false);
    assert.equal(lookFromClosed(scan.neighbourhoods, 'file:///elsewhere', one).isAwaited, true);
    assert.ok(kinds(takeNews(scan, scanned(false), shownUri)).includes('wake'));
    assert.equal(lookFromClosed(scan.neighbourhoods, 'file:///elsewhere', one).isAwaited, false);
  });
});
