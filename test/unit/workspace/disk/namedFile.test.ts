import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles, diskFilesLater } from '../../../../server/workspace/disk/diskFiles';
import { uriOfPath } from '../../../../server/workspace/uris';

describe('a file that a configuration names', () => {
  let folder = '';
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-named-')));
    for (const name of ['repo/a', 'repo/b']) mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(at('repo/a/base.json'), 'base');
    writeFileSync(at('out.json'), 'out');
  });
  afterEach(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string) => path.join(folder, name);
  const read = async (name: string, root = at('repo')) => {
    const found = diskFiles.readNamed(uriOfPath(at(name)), uriOfPath(root));
    assert.deepEqual(await diskFilesLater.readNamed(uriOfPath(at(name)), uriOfPath(root)), found);
    if (found.state === 'text') return found.text;
    return found.state === 'gone' ? 'gone' : `${found.state}: ${found.reason}`;
  };
  const outside = () => `unreadable: is a link that leads out of ${at('repo')}, so it is not read`;

  it('is read in the folder, also through links that stay in it', async () => {
    symlinkSync('../a', at('repo/b/folder'));
    symlinkSync(at('repo/a/base.json'), at('repo/b/absolute.json'));
    symlinkSync('absolute.json', at('repo/b/twice.json'));
    for (const name of ['a/base.json', 'b/folder/base.json', 'b/absolute.json', 'b/twice.json']) {
      assert.equal(await read(`repo/${name}`), 'base', name);
    }
  });

  it('is read where the folder itself is reached through a link', async () => {
    symlinkSync('repo', at('link'));
    symlinkSync(at('link/a/base.json'), at('repo/b/absolute.json'));
    for (const name of ['link/a/base.json', 'repo/a/base.json', 'link/b/absolute.json']) {
      assert.equal(await read(name, at('link')), 'base', name);
    }
  });

  it('is not read outside of the folder, by whatever links', async () => {
    symlinkSync('../out.json', at('repo/link.json'));
    symlinkSync('..', at('repo/up'));
    symlinkSync('/etc', at('repo/etc'));
    symlinkSync('link.json', at('repo/twice.json'));
    for (const name of ['link.json', 'up/out.json', 'etc/hosts', 'twice.json', 'etc/none']) {
      assert.equal(await read(`repo/${name}`), outside(), name);
    }
    assert.equal(await read('out.json'), `unreadable: lies outside of ${at('repo')}, so it is not read`);
    assert.equal(await read('none.json'), `unreadable: lies outside of ${at('repo')}, so it is not read`);
  });

  it('is a regular file of at most 5 MB', async () => {
    execFileSync('mkfifo', [at('repo/pipe')]);
    writeFileSync(at('repo/large'), Buffer.alloc(5 * 1024 * 1024 + 1, 'a'));
    writeFileSync(at('repo/largest'), Buffer.alloc(5 * 1024 * 1024, 'a'));
    symlinkSync('loop', at('repo/loop'));
    assert.equal(await read('repo/pipe'), 'unreadable: is no file that holds text');
    assert.equal(await read('repo/large'), 'unreadable: holds 6 MB, and more than 5 MB are not read');
    assert.equal((await read('repo/largest')).length, 5 * 1024 * 1024);
    assert.equal(await read('repo/loop'), 'unreadable: is a link that leads back to itself');
    assert.equal(await read('repo/a'), 'gone');
    for (const name of ['none.json', 'none/x.json', 'a/base.json/x']) {
      assert.equal(await read(`repo/${name}`), 'gone', name);
    }
  });
});
