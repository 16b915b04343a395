import assert from 'node:assert/strict';
import type { LintedText } from '../../../../server/lint/lint';
import { textObjects } from '../../../../server/lint/textObjects';
import type { FileText } from '../../../../server/workspace/files';
import { factsOf } from '../../../../server/workspace/judge/fileFacts';
import type { FilePolicy } from '../../../../server/workspace/judge/judgedFile';
import { workspaceJudge } from '../../../../server/workspace/judge/workspaceJudge';
import { sha256 } from '../../../../server/workspace/nodeHash';
import { findingsIn, optionsOf } from '../objects/indexing';

const pod = (name: string, more = '') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
  serviceAccountName: ${name}
${more}  containers:
    - name: ${name}
      image: registry.example.com/web:1.4.2
`;
const account = (name: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n`;
/** Nothing is called missing where no file declares any object of its kind. */
const others = { 'others.yaml': account('others') };
const bad = '  hostNetwork: true\n';

const home = 'file:///w';
const uriOf = (name: string) => `${home}/${name}`;

/** A folder that exists in a test alone, its judge, and what the judge tells. */
function judgeOf(texts: Readonly<Record<string, string>>) {
  const files = new Map<string, FileText>();
  for (const [name, text] of Object.entries(texts)) files.set(uriOf(name), { state: 'text', text });
  const reads: string[] = [];
  let unread: string[] = [];
  const places = new Map<string, Partial<FilePolicy>>();
  const shown = new Map<string, LintedText>();
  const faults = new Map<string, string>();
  const progress: string[] = [];
  const told = new Set<string>();
  const alone: (string | undefined)[] = [];
  /** How many turns the judge may take. */
  let turns = Number.POSITIVE_INFINITY;
  /** The size that each file is said to have, in bytes. */
  let size = 1;
  const judge = workspaceJudge(
    {
      files: {
        find: () => ({ files: [...files.keys()].sort().map((uri) => ({ uri, size })), faults: [], unread }),
        text(uri) {
          reads.push(uri);
          return files.get(uri) ?? { state: 'gone' };
        },
      },
      policyOf: async (uri) => ({
        options: { state: 'linted', options: optionsOf({}) },
        quiet: undefined,
        neighbourhood: home,
        ...places.get(uri),
      }),
      hashOf: sha256,
    },
    {
      onFacts: (_folder, uri, facts) => void (facts ? told.add(uri) : told.delete(uri)),
      onRead: (_folder, reason) => void alone.push(reason),
      onFindings: (uri, found) => void (found?.linted ? shown.set(uri, found.linted) : shown.delete(uri)),
      onFault: (uri, message) => void faults.set(uri, message),
      onReading() {},
      onProgress: (done, total) => void progress.push(`${done}/${total}`),
      pause: async () => turns-- > 0,
    },
  );
  return {
    judge,
    read: (isShown = true) => judge.read({ neighbourhoods: [home], isAnew: true, isShown: () => isShown }),
    faults,
    progress,
    told,
    alone,
    place: (name: string, place: Partial<FilePolicy>) => places.set(uriOf(name), place),
    write: (name: string, text: FileText | string) =>
      files.set(uriOf(name), typeof text === 'string' ? { state: 'text', text } : text),
    remove: (name: string) => files.delete(uriOf(name)),
    sayUnread(...names: string[]) {
      unread = names.map(uriOf);
    },
    saySize(bytes: number) {
      size = bytes;
    },
    allowTurns(number: number) {
      turns = number;
    },
    /** The rules that a file's findings come from. */
    rules: (name: string) => {
      const linted = shown.get(uriOf(name));
      return linted ? findingsIn(linted).map(({ rule }) => rule.id) : undefined;
    },
    /** The files that were read since this was asked last. */
    readSince: () => reads.splice(0).map((uri) => uri.slice(home.length + 1)),
  };
}

/** What an open file with a text tells. */
const opened = (name: string, text: string) => factsOf(uriOf(name), text, textObjects({ name, text }, optionsOf({})));

const update = (...names: string[]) => new Set(names.map(uriOf));

describe('the judge of the files of a disk', () => {
  it('tells the findings of every file, reads each once, and counts up to the last', async () => {
    const folder = judgeOf({ 'a.yaml': pod('a', bad), 'b.yaml': pod('b'), 'compose.yaml': 'services: {}\n' });
    assert.equal(await folder.read(), true);
    assert.ok(folder.rules('a.yaml')?.includes('host-network'));
    assert.ok(!folder.rules('b.yaml')?.includes('host-network'));
    assert.deepEqual(folder.rules('compose.yaml'), []);
    assert.deepEqual(folder.readSince(), ['a.yaml', 'b.yaml', 'compose.yaml']);
    assert.equal(folder.progress.at(-1), '3/3');
  });

  it('judges a file beside others that are read after it', async () => {
    const alone = judgeOf({ 'a.yaml': pod('web'), ...others });
    await alone.read();
    assert.ok(alone.rules('a.yaml')?.includes('reference-missing'), 'no file declares it');
    const beside = judgeOf({ 'a.yaml': pod('web'), 'z.yaml': account('web') });
    await beside.read();
    assert.ok(!beside.rules('a.yaml')?.includes('reference-missing'));
  });

  it('reads again after a change what asked about it, and no more', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'b.yaml': account('web'), 'c.yaml': 'kind: Other\n' });
    await folder.read();
    folder.readSince();
    folder.write('b.yaml', account('other'));
    await folder.judge.update(update('b.yaml'), false);
    assert.deepEqual(folder.readSince(), ['b.yaml', 'a.yaml']);
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('c.yaml', 'kind: Another\n');
    await folder.judge.update(update('c.yaml'), false);
    assert.deepEqual(folder.readSince(), ['c.yaml']);
  });

  it('finds what came and forgets what went where nobody has named it', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web', bad), 'b.yaml': pod('b', bad) });
    await folder.read();
    folder.remove('a.yaml');
    folder.write('c.yaml', pod('c', bad));
    await folder.judge.update(new Set(), true);
    assert.equal(folder.rules('a.yaml'), undefined);
    assert.ok(folder.rules('c.yaml')?.includes('host-network'));
    assert.deepEqual([...folder.told].sort(), [uriOf('b.yaml'), uriOf('c.yaml')]);
  });

  it('says why a file is left out and goes on; nothing is called missing that may be in it', async () => {
    const folder = judgeOf({ 'a.yaml': account('web'), 'b.yaml': pod('web'), ...others });
    await folder.read();
    folder.write('a.yaml', { state: 'unreadable', reason: 'could not be read: permission denied' });
    await folder.judge.update(update('a.yaml'), false);
    assert.deepEqual([...folder.faults], [[uriOf('a.yaml'), 'could not be read: permission denied']]);
    assert.ok(!folder.rules('b.yaml')?.includes('reference-missing'));
    folder.write('a.yaml', account('app'));
    await folder.judge.update(update('a.yaml'), false);
    assert.ok(folder.rules('b.yaml')?.includes('reference-missing'));
  });

  it('takes JSON that can not be read for data', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'data.json': '', ...others });
    folder.write('data.json', { state: 'unreadable', reason: 'holds 21 MB' });
    await folder.read();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('neither shows an excluded file nor counts it for others', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'b.yaml': `${account('web')}---\n${pod('b', bad)}`, ...others });
    folder.place('b.yaml', { options: { state: 'excluded' } });
    await folder.read();
    assert.equal(folder.rules('b.yaml'), undefined);
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('keeps what has a neighbourhood of its own, or is judged by itself, from the others', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'deep/b.yaml': account('web'), 'c.yaml': pod('c'), ...others });
    folder.place('deep/b.yaml', { neighbourhood: `${home}/deep` });
    folder.place('c.yaml', { neighbourhood: undefined });
    await folder.read();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    assert.ok(!folder.rules('c.yaml')?.includes('reference-missing'), 'nobody knows what stands beside it');
  });

  it('tells what files hold and judges none where none is shown', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web', bad), 'b.yaml': account('web') });
    await folder.read(false);
    assert.deepEqual([...folder.told].sort(), [uriOf('a.yaml'), uriOf('b.yaml')]);
    assert.equal(folder.rules('a.yaml'), undefined);
    assert.deepEqual(folder.readSince(), ['a.yaml', 'b.yaml']);
  });

  it('judges each file by itself where there are too many, and says so', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), ...others });
    folder.saySize(300 * 1024 * 1024);
    await folder.read();
    assert.deepEqual(folder.alone, [
      'holds 2 files with 600 MB, and of more than 20,000 files or 500 MB each file is judged by itself',
    ]);
    assert.ok(folder.rules('a.yaml') && !folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('ends where it is told to, says so, and does all of it when it is asked again', async () => {
    const folder = judgeOf({
      'a.yaml': pod('a'),
      'b.yaml': pod('b'),
      'c.yaml': `${pod('c')}---\n${account('others')}`,
    });
    folder.allowTurns(2);
    assert.equal(await folder.read(), false);
    assert.deepEqual(folder.readSince(), ['a.yaml', 'b.yaml']);
    folder.allowTurns(4);
    assert.equal(await folder.read(), false, 'ended between two files that are judged');
    folder.allowTurns(Number.POSITIVE_INFINITY);
    assert.equal(await folder.read(), true);
    assert.ok(folder.rules('c.yaml')?.includes('reference-missing'));
  });

  it('takes the objects of an open file from the editor, and those on disk once it is closed', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'b.yaml': account('web') });
    await folder.read();
    await folder.judge.setOpen(home, uriOf('b.yaml'), opened('b.yaml', account('other')));
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.readSince();
    await folder.judge.setOpen(home, uriOf('b.yaml'), undefined);
    assert.deepEqual(folder.readSince(), ['b.yaml', 'a.yaml']);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('calls nothing missing where a controller installs what no file shows', async () => {
    const release = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: web\n';
    const folder = judgeOf({ 'a.yaml': pod('web'), ...others });
    await folder.read();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('release.yaml', release);
    await folder.judge.update(new Set(), true);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('follows a kustomization that begins to take in what nobody sees', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), 'kustomization.yaml': 'resources:\n  - a.yaml\n', ...others });
    await folder.read();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('kustomization.yaml', 'resources:\n  - a.yaml\n  - https://example.com/base\n');
    await folder.judge.update(update('kustomization.yaml'), false);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('calls nothing missing while there is a folder that nobody can look into', async () => {
    const folder = judgeOf({ 'a.yaml': pod('web'), ...others });
    folder.sayUnread('closed');
    await folder.read();
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
    folder.sayUnread();
    await folder.judge.update(new Set(), true);
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
  });
});
