import assert from 'node:assert/strict';
import type { FileOptions } from '../../../../server/configuration/effectiveOptions';
import type { FileFacts } from '../../../../server/workspace/judge/fileFacts';
import type { FilePolicy } from '../../../../server/workspace/judge/judgedFile';
import {
  concernedFiles,
  filesToRead,
  neighboursOf,
  nothingKnown,
  takeAllRead,
  takeFolder,
  takeMembers,
  takeOpen,
  takeOthers,
} from '../../../../server/workspace/judge/judgeState';
import { halvesOf } from '../../../../server/workspace/judge/progress';
import { takeText, wishFor } from '../../../../server/workspace/judge/readings';
import { type FoundMember, sortMembers } from '../../../../server/workspace/judge/sortMembers';
import { keep, noneUnjudged } from '../../../../server/workspace/judge/unjudged';
import { optionsOf } from '../objects/indexing';

const folder = 'file:///shop';
const [one, other] = [`${folder}/one.yaml`, `${folder}/other.yaml`];
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop}\n';
const linted: FileOptions = { state: 'linted', options: optionsOf() };
const policy = (neighbourhood: string | undefined, options: FileOptions = linted): FilePolicy => ({
  options,
  quiet: undefined,
  neighbourhood,
});
const text = (written: string) => ({ state: 'text', text: written }) as const;
const unreadable = { state: 'unreadable', reason: 'could not be read: permission denied' } as const;
const hiding = (uri: string): FileFacts => ({
  uri,
  isTemplate: false,
  hidesObjects: true,
  kustomization: undefined,
  objects: [],
  charts: [],
});

describe('the state of a judge', () => {
  /** A judge that has found two files of a folder. */
  const found = (isShown = true) => {
    const state = nothingKnown();
    state.isShown = () => isShown;
    takeFolder(state, folder, { files: [{ size: 1 }, { size: 1 }], unread: [] });
    takeMembers(state, new Map([one, other].map((uri) => [uri, folder])));
    return state;
  };

  it('sorts files by whose neighbours they are, and leaves out those that nobody is told of', () => {
    const member = (uri: string, policy: FilePolicy): FoundMember => ({ uri, size: 1, policy });
    const inner = `${folder}/inner`;
    const all = [
      member(one, policy(folder)),
      member(`${folder}/alone.yaml`, policy(undefined)),
      member(`${inner}/a.yaml`, policy(inner)),
      member(`${folder}/excluded.yaml`, policy(folder, { state: 'excluded' })),
    ];
    const sorted = sortMembers(folder, all, () => true);
    assert.deepEqual(
      { ...sorted, own: sorted.own.map(({ uri }) => uri) },
      { own: [one], single: [`${folder}/alone.yaml`], others: new Set([inner]) },
    );
    const untold = sortMembers(folder, all, () => false);
    assert.deepEqual([untold.own.length, untold.single.length, untold.others.size], [1, 0, 0]);
  });

  it('reads what is a neighbour or is shown, and takes what is open from the editor', () => {
    assert.equal(wishFor(found(false), one), 'read');
    assert.equal(wishFor(found(false), 'file:///elsewhere.yaml'), 'nothing');
    assert.equal(wishFor(found(true), 'file:///elsewhere.yaml'), 'read');
    const state = found();
    assert.deepEqual(takeOpen(state, folder, one, hiding(one)), [], 'the editor knows what it has told itself');
    assert.equal(wishFor(state, one), 'open');
    assert.deepEqual(takeOpen(state, folder, one, undefined), [], 'what stands on the disk is read first');
    assert.equal(wishFor(state, one), 'read');
  });

  it('has a file judged that holds objects, and tells its neighbours of them', () => {
    const { news, file } = takeText(found(), one, text(config), policy(folder));
    assert.deepEqual(
      news.map(({ kind }) => kind),
      ['facts'],
    );
    assert.equal(file?.text, config);
    assert.equal(takeText(found(false), one, text(config), policy(folder)).file, undefined);
  });

  it('says why a file is left out, and that it may hold what others miss', () => {
    const { news, file } = takeText(found(), one, unreadable, policy(folder));
    assert.equal(file, undefined);
    assert.deepEqual(news, [
      { kind: 'fault', uri: one, message: unreadable.reason },
      { kind: 'facts', folder, uri: one, facts: hiding(one) },
      { kind: 'nothing found', uri: one },
    ]);
  });

  it('neither judges an excluded file nor tells others of it', () => {
    const { news, file } = takeText(found(), one, text(config), policy(folder, { state: 'excluded' }));
    assert.deepEqual([news, file], [[{ kind: 'nothing found', uri: one }], undefined]);
  });

  it('forgets what is no longer found, but for what is open', () => {
    const state = found();
    takeText(state, one, text(config), policy(folder));
    takeOpen(state, folder, other, hiding(other));
    const { news, came } = takeOthers(state, new Map([[`${folder}/new.yaml`, folder]]));
    assert.deepEqual(came, [`${folder}/new.yaml`]);
    assert.deepEqual(news, [
      { kind: 'facts', folder, uri: one, facts: undefined },
      { kind: 'nothing found', uri: one },
    ]);
    assert.deepEqual([...state.members.keys()], [other, `${folder}/new.yaml`]);
  });

  it('reads again what has been read only where all is wanted anew', () => {
    const state = found();
    assert.deepEqual(filesToRead(state, false), [one, other]);
    takeAllRead(state);
    assert.deepEqual(filesToRead(state, false), []);
    assert.deepEqual(filesToRead(state, true), [one, other]);
  });

  it('names closed files that a change concerns, and none that is open', () => {
    const state = found();
    for (const uri of [one, other]) takeText(state, uri, text(config), policy(folder));
    takeAllRead(state);
    takeText(state, one, text(config.replace('shop', 'other')), policy(folder));
    assert.deepEqual(concernedFiles(state), [one]);
    takeOpen(state, folder, one, hiding(one));
    assert.ok(!concernedFiles(state).includes(one));
  });

  it('judges each file by itself where there are too many', () => {
    const state = nothingKnown();
    const files = [{ size: 500 * 1024 * 1024 + 1 }];
    takeFolder(state, folder, { files, unread: [] });
    takeMembers(state, new Map([[one, folder]]));
    assert.equal(neighboursOf(state, one), undefined);
    takeFolder(state, folder, { files: [{ size: 1 }], unread: [] });
    assert.notEqual(neighboursOf(state, one), undefined);
  });
});

describe('files that wait to be judged', () => {
  it('are kept until they take too much, and are read again from then on', () => {
    const unjudged = noneUnjudged();
    const large = 'x'.repeat(20 * 1024 * 1024);
    for (const uri of [one, other]) keep(unjudged, { uri, text: large, options: optionsOf(), quiet: undefined });
    assert.deepEqual(
      [...unjudged.files].map(([uri, file]) => [uri, file !== undefined]),
      [
        [one, true],
        [other, false],
      ],
    );
  });

  it('count as half done', () => {
    const told: [number, number][] = [];
    const count = halvesOf(2, (done, total) => void told.push([done, total]));
    for (const halves of [1, 2, 1] as const) count(halves);
    assert.deepEqual(told, [
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });
});
