import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles, diskFilesLater } from '../../../../server/workspace/disk/diskFiles';
import { relativeTo, uriOfPath } from '../../../../server/workspace/uris';

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
  const root = () => uriOfPath(folder);
  const found = () => diskFiles.find(root()).files.map(({ uri }) => relativeTo(root(), uri));
  /** What is read at once, once it is known to be what is read later. */
  const read = async (name: string) => {
    const uri = uriOfPath(path.join(folder, name));
    const text = diskFiles.text(uri);
    assert.deepEqual(await diskFilesLater.text(uri), text);
    return text;
  };

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
    assert.deepEqual(diskFiles.find(root()).faults, [
      { uri: `${root()}/a/up`, message: 'is a link to a folder that it is in, so it is not followed' },
    ]);
  });

  it('have bytes where they have no text, up to a size', async () => {
    const bytes = Buffer.from([0x1f, 0x8b, 0, 0xff]);
    writeFileSync(path.join(folder, 'db.tgz'), bytes);
    const uri = uriOfPath(path.join(folder, 'db.tgz'));
    assert.deepEqual(diskFiles.bytes(uri, 4), { state: 'bytes', bytes });
    assert.deepEqual(await diskFilesLater.bytes(uri, 4), { state: 'bytes', bytes });
    assert.equal(diskFiles.bytes(uri, 3).state, 'unreadable');
    assert.equal((await diskFilesLater.bytes(uri, 3)).state, 'unreadable');
    assert.equal(diskFiles.bytes(uriOfPath(folder), 3).state, 'gone');
  });

  it('are read, or it is said why not', async function () {
    if (process.platform === 'win32') this.skip();
    write('a.yaml', 'kind: Pod\n');
    write('ü #%.yaml', 'name: Zoë\n');
    assert.deepEqual(await read('a.yaml'), { state: 'text', text: 'kind: Pod\n' });
    assert.deepEqual(await read('ü #%.yaml'), { state: 'text', text: 'name: Zoë\n' });
    for (const name of ['gone.yaml', 'gone/a.yaml', 'a.yaml/b.yaml', '']) {
      assert.deepEqual(await read(name), { state: 'gone' }, name);
    }
    symlinkSync('loop.yaml', path.join(folder, 'loop.yaml'));
    assert.deepEqual(await read('loop.yaml'), {
      state: 'unreadable',
      reason: 'could not be read: is a link that leads back to itself',
    });
    assert.deepEqual(diskFiles.text('untitled:Untitled-1'), { state: 'gone' });
  });

  it('are read in UTF-8 and UTF-16, without their byte order marks', async () => {
    const text = 'name: Zoë\n';
    const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\uFEFF${text}`), littleEndian, Buffer.from(littleEndian).swap16()]) {
      writeFileSync(path.join(folder, 'a.yaml'), bytes);
      assert.deepEqual(await read('a.yaml'), { state: 'text', text });
    }
    writeFileSync(path.join(folder, 'a.yaml'), Buffer.from([0x5a, 0x6f, 0xeb]));
    assert.deepEqual(await read('a.yaml'), {
      state: 'unreadable',
      reason: 'is written in neither UTF-8 nor UTF-16',
    });
  });

  it('hold nobody up where one is a pipe that nobody writes into', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(folder, 'pipe.yaml')]);
    assert.deepEqual(await read('pipe.yaml'), { state: 'unreadable', reason: 'is no file that holds text' });
  });

  it('and folders of a folder can be listed, links left out', async function () {
    if (process.platform === 'win32') this.skip();
    write('a.yaml');
    write('below/b.yaml');
    symlinkSync('a.yaml', path.join(folder, 'link.yaml'));
    const entries = [
      { name: 'a.yaml', isFolder: false },
      { name: 'below', isFolder: true },
    ];
    assert.deepEqual(diskFiles.entriesOf(root()), entries);
    assert.deepEqual(await diskFilesLater.entriesOf(root()), entries);
    assert.deepEqual(diskFiles.entriesOf(`${root()}/none`), []);
  });
});
