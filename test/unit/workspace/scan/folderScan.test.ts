import assert from 'node:assert/strict';
import type { LintedText } from '../../../../server/lint/lint';
import { sha256 } from '../../../../server/workspace/nodeHash';
import { folderScan } from '../../../../server/workspace/scan/folderScan';
import type { FileText } from '../../../../server/workspace/scan/scannedFiles';
import { findingsIn, indexed, optionsOf } from '../objects/indexing';

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

/** A folder that exists in a test alone, its scan, and what the scan tells. */
function scanOf(texts: Readonly<Record<string, string>>) {
  const files = new Map<string, FileText>();
  for (const [name, text] of Object.entries(texts)) files.set(`/w/${name}`, { state: 'text', text });
  const reads: string[] = [];
  const excluded = new Set<string>();
  const shown = new Map<string, LintedText>();
  const faults = new Map<string, string>();
  const progress: string[] = [];
  const objects = new Set<string>();
  /** How many turns the scan may take. */
  let turns = Number.POSITIVE_INFINITY;
  const scan = folderScan(
    () => new Set([...files.keys()].sort()),
    {
      files: {
        find: () => ({ paths: [...files.keys()], faults: [] }),
        read(path) {
          reads.push(path);
          return files.get(path) ?? { state: 'gone' };
        },
      },
      optionsFor: async (path) => ({
        ...(excluded.has(path) ? { state: 'excluded' } : { state: 'linted', options: optionsOf({}) }),
        profile: 'recommended',
        governor: undefined,
      }),
      excludedOptions: optionsOf({}),
      hashOf: sha256,
    },
    {
      onObjects: (path, file) => void (file ? objects.add(path) : objects.delete(path)),
      onFindings: (path, linted) => void (linted ? shown.set(path, linted) : shown.delete(path)),
      onFault: (path, message) => void faults.set(path, message),
      onRead() {},
      onProgress: (done, total) => void progress.push(`${done}/${total}`),
      pause: async () => turns-- > 0,
    },
  );
  return {
    scan,
    faults,
    progress,
    objects,
    exclude: (name: string) => excluded.add(`/w/${name}`),
    write: (name: string, text: FileText | string) =>
      files.set(`/w/${name}`, typeof text === 'string' ? { state: 'text', text } : text),
    remove: (name: string) => files.delete(`/w/${name}`),
    allowTurns(number: number) {
      turns = number;
    },
    /** The rules that a file's findings come from. */
    rules: (name: string) => {
      const linted = shown.get(`/w/${name}`);
      return linted ? findingsIn(linted).map(({ rule }) => rule.id) : undefined;
    },
    /** The files that were read since this was asked last. */
    readSince: () => reads.splice(0).map((path) => path.slice('/w/'.length)),
  };
}

const update = (...names: string[]) => new Set(names.map((name) => `/w/${name}`));

describe('the scan of a folder', () => {
  it('tells the findings of every file, reads each once, and counts up to the last', async () => {
    const folder = scanOf({ 'a.yaml': pod('a', bad), 'b.yaml': pod('b'), 'compose.yaml': 'services: {}\n' });
    assert.equal(await folder.scan.scan(), true);
    assert.ok(folder.rules('a.yaml')?.includes('host-network'));
    assert.ok(!folder.rules('b.yaml')?.includes('host-network'));
    assert.deepEqual(folder.rules('compose.yaml'), []);
    assert.deepEqual(folder.readSince(), ['a.yaml', 'b.yaml', 'compose.yaml']);
    assert.equal(folder.progress.at(-1), '3/3');
  });

  it('judges a file beside others that are read after it', async () => {
    const alone = scanOf({ 'a.yaml': pod('web'), ...others });
    await alone.scan.scan();
    assert.ok(alone.rules('a.yaml')?.includes('reference-missing'), 'no file declares it');
    const beside = scanOf({ 'a.yaml': pod('web'), 'z.yaml': account('web') });
    await beside.scan.scan();
    assert.ok(!beside.rules('a.yaml')?.includes('reference-missing'));
  });

  it('reads again after a change what asked about it, and no more', async () => {
    const folder = scanOf({ 'a.yaml': pod('web'), 'b.yaml': account('web'), 'c.yaml': 'kind: Other\n' });
    await folder.scan.scan();
    folder.readSince();
    folder.write('b.yaml', account('other'));
    await folder.scan.update(update('b.yaml'), false);
    assert.deepEqual(folder.readSince(), ['b.yaml', 'a.yaml']);
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('c.yaml', 'kind: Another\n');
    await folder.scan.update(update('c.yaml'), false);
    assert.deepEqual(folder.readSince(), ['c.yaml']);
  });

  it('finds what came and forgets what went where nobody has named it', async () => {
    const folder = scanOf({ 'a.yaml': pod('web', bad), 'b.yaml': pod('b', bad) });
    await folder.scan.scan();
    folder.remove('a.yaml');
    folder.write('c.yaml', pod('c', bad));
    await folder.scan.update(new Set(), true);
    assert.equal(folder.rules('a.yaml'), undefined);
    assert.ok(folder.rules('c.yaml')?.includes('host-network'));
    assert.deepEqual([...folder.objects].sort(), ['/w/b.yaml', '/w/c.yaml']);
  });

  it('says why a file is left out and goes on; its objects no longer count', async () => {
    const folder = scanOf({ 'a.yaml': account('web'), 'b.yaml': pod('web'), ...others });
    await folder.scan.scan();
    folder.write('a.yaml', { state: 'unreadable', reason: 'could not be read: permission denied' });
    await folder.scan.update(update('a.yaml'), false);
    assert.deepEqual([...folder.faults], [['/w/a.yaml', 'could not be read: permission denied']]);
    assert.ok(folder.rules('b.yaml')?.includes('reference-missing'));
  });

  it('shows nothing of an excluded file, whose objects count for others all the same', async () => {
    const folder = scanOf({ 'a.yaml': pod('web'), 'b.yaml': `${account('web')}---\n${pod('b', bad)}` });
    folder.exclude('b.yaml');
    await folder.scan.scan();
    assert.equal(folder.rules('b.yaml'), undefined);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('ends where it is told to, says so, and does all of it when it is asked again', async () => {
    const folder = scanOf({ 'a.yaml': pod('a'), 'b.yaml': pod('b'), 'c.yaml': `${pod('c')}---\n${account('others')}` });
    folder.allowTurns(2);
    assert.equal(await folder.scan.scan(), false);
    assert.deepEqual(folder.readSince(), ['a.yaml', 'b.yaml']);
    folder.allowTurns(4);
    assert.equal(await folder.scan.scan(), false, 'ended between two files that are judged');
    folder.allowTurns(Number.POSITIVE_INFINITY);
    assert.equal(await folder.scan.scan(), true);
    assert.ok(folder.rules('c.yaml')?.includes('reference-missing'));
  });

  it('takes the objects of an open file from the editor, and those on disk once it is closed', async () => {
    const folder = scanOf({ 'a.yaml': pod('web'), 'b.yaml': account('web') });
    await folder.scan.scan();
    await folder.scan.setOpen('/w/b.yaml', indexed('/w/b.yaml', account('other')).objects);
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.readSince();
    await folder.scan.setOpen('/w/b.yaml', undefined);
    assert.deepEqual(folder.readSince(), ['b.yaml', 'a.yaml']);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('calls nothing missing where a controller installs what no file shows', async () => {
    const release = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: web\n';
    const folder = scanOf({ 'a.yaml': pod('web'), ...others });
    await folder.scan.scan();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('release.yaml', release);
    await folder.scan.update(new Set(), true);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });

  it('follows a kustomization that begins to take in what nobody sees', async () => {
    const folder = scanOf({ 'a.yaml': pod('web'), 'kustomization.yaml': 'resources:\n  - a.yaml\n', ...others });
    await folder.scan.scan();
    assert.ok(folder.rules('a.yaml')?.includes('reference-missing'));
    folder.write('kustomization.yaml', 'resources:\n  - a.yaml\n  - https://example.com/base\n');
    await folder.scan.update(update('kustomization.yaml'), false);
    assert.ok(!folder.rules('a.yaml')?.includes('reference-missing'));
  });
});
