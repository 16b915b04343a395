import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles } from '../../../../server/workspace/disk/diskFiles';

describe('the files of a folder on disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-disk-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text = '') => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const slashed = () => folder.replaceAll('\\', '/');
  const found = () => diskFiles.find(slashed()).paths.map((file) => file.slice(slashed().length + 1));

  it('are those with the names of manifests, by name, wherever they are', () => {
    for (const name of ['b.yml', 'a.yaml', 'deep/er/c.JSON', 'notes.txt', 'yaml']) write(name);
    assert.deepEqual(found(), ['a.yaml', 'b.yml', 'deep/er/c.JSON']);
  });

  it('are not those that git ignores; the innermost opinion counts', () => {
    write('.gitignore', '*.gen.yaml\nout/\n');
    write('deep/.gitignore', '!kept.gen.yaml\n');
    for (const name of ['a.gen.yaml', 'out/b.yaml', 'deep/kept.gen.yaml', 'deep/c.gen.yaml', 'deep/d.yaml'])
      write(name);
    assert.deepEqual(found(), ['deep/d.yaml', 'deep/kept.gen.yaml']);
  });

  it('are not in what nobody keeps manifests in', () => {
    for (const name of ['.git/a.yaml', 'node_modules/b/c.yaml', 'a.yaml']) write(name);
    assert.deepEqual(found(), ['a.yaml']);
  });

  it('are found once where a link leads to them, and links that go in circles are named', function () {
    if (process.platform === 'win32') this.skip();
    write('a/pod.yaml');
    symlinkSync(folder, path.join(folder, 'a', 'up'));
    symlinkSync(path.join(folder, 'a', 'pod.yaml'), path.join(folder, 'z.yaml'));
    assert.deepEqual(found(), ['a/pod.yaml']);
    assert.deepEqual(diskFiles.find(folder).faults, [
      { path: `${folder}/a/up`, message: 'is a link to a folder that it is in, so it is not followed' },
    ]);
  });

  it('are read, or it is said why not', function () {
    if (process.platform === 'win32') this.skip();
    write('a.yaml', 'kind: Pod\n');
    assert.deepEqual(diskFiles.read(`${folder}/a.yaml`), { state: 'text', text: 'kind: Pod\n' });
    assert.deepEqual(diskFiles.read(`${folder}/gone.yaml`), { state: 'gone' });
    assert.deepEqual(diskFiles.read(folder), { state: 'gone' });
    symlinkSync('loop.yaml', path.join(folder, 'loop.yaml'));
    assert.deepEqual(diskFiles.read(`${folder}/loop.yaml`), {
      state: 'unreadable',
      reason: 'could not be read: is a link that leads back to itself',
    });
  });

  it('hold nobody up where one is a pipe that nobody writes into', function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(folder, 'pipe.yaml')]);
    assert.deepEqual(diskFiles.read(`${folder}/pipe.yaml`), {
      state: 'unreadable',
      reason: 'is no file that holds text',
    });
  });
});
