import assert from 'node:assert/strict';
import type { ReadableFiles } from '../../../server/workspace/files';
import { governing as governingConfiguration } from '../../../server/workspace/governingConfiguration';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { shownUri, uriOfPath } from '../../../server/workspace/uris';

/** Files that exist in a test alone, by their paths; those whose text is an error can't be read. */
function filesOf(texts: Readonly<Record<string, string | Error>>): ReadableFiles & { readonly asked: string[] } {
  const asked: string[] = [];
  const files = memoryFiles(
    new Map(
      Object.entries(texts).map(([path, text]) => [
        uriOfPath(path),
        text instanceof Error ? { state: 'unreadable', reason: text.message } : text,
      ]),
    ),
  );
  return {
    asked,
    text(uri) {
      asked.push(shownUri(uri));
      return files.text(uri);
    },
  };
}

/** What governs a file, all by their paths. */
async function governing(file: string, root: string | undefined, files: ReadableFiles) {
  const top = root === undefined ? undefined : uriOfPath(root);
  const found = await governingConfiguration(uriOfPath(file), top, files);
  return found && { path: shownUri(found.uri), folder: shownUri(found.folder), reading: found.reading };
}

const repository = { '/work/.git/HEAD': 'ref: refs/heads/main\n' };

describe('the governing configuration', () => {
  it('is the nearest one upwards, whole', async () => {
    const files = filesOf({
      '/work/.seaworthy.yaml': 'kubernetesVersion: 1.30',
      '/work/charts/.seaworthy.yaml': 'profile: all',
    });
    const found = await governing('/work/charts/web/pod.yaml', '/work', files);
    assert.equal(found?.path, '/work/charts/.seaworthy.yaml');
    assert.equal(found.folder, '/work/charts');
    assert.equal(found.reading.configuration.profile, 'all');
    assert.equal(found.reading.configuration.kubernetesVersion, undefined);
  });

  it("may stand in the root or in the file's own folder", async () => {
    for (const root of ['/work', '/work/']) {
      const files = filesOf({ '/work/.seaworthy.yaml': '' });
      assert.equal((await governing('/work/a/b/pod.yaml', root, files))?.folder, '/work');
      assert.equal((await governing('/work/pod.yaml', root, files))?.folder, '/work');
    }
  });

  it('is not looked for above the root', async () => {
    const files = filesOf({ '/.seaworthy.yaml': '', '/work/.seaworthy.yaml': '' });
    assert.equal(await governing('/work/app/deep/pod.yaml', '/work/app', files), undefined);
    assert.ok(files.asked.every((path) => path.startsWith('/work/app/')));
  });

  it('is looked for up to the root of the repository where no other root is given', async () => {
    const files = filesOf({ ...repository, '/.seaworthy.yaml': '', '/work/.seaworthy.yaml': 'profile: all' });
    assert.equal((await governing('/work/a/pod.yaml', undefined, files))?.folder, '/work');
    const without = filesOf({ ...repository, '/.seaworthy.yaml': '' });
    assert.equal(await governing('/work/a/pod.yaml', undefined, without), undefined);
  });

  it('is not looked for above a repository inside of the root', async () => {
    const files = filesOf({ '/work/.seaworthy.yaml': '', '/work/module/.git': 'gitdir: ../.git/modules/module\n' });
    assert.equal(await governing('/work/module/a/pod.yaml', '/work', files), undefined);
    assert.equal((await governing('/work/a/pod.yaml', '/work', files))?.folder, '/work');
  });

  it('is not looked for above a folder whose .git cannot be read', async () => {
    const files = filesOf({ '/.seaworthy.yaml': '', '/work/.git/HEAD': new Error('EACCES: permission denied') });
    assert.equal(await governing('/work/pod.yaml', undefined, files), undefined);
  });

  it('is looked for up to the root of the file system where there is neither root nor repository', async () => {
    const files = filesOf({ '/.seaworthy.yaml': 'profile: all' });
    const found = await governing('/work/a/pod.yaml', undefined, files);
    assert.equal(found?.path, '/.seaworthy.yaml');
    assert.equal(found.folder, '/');
    assert.equal((await governing('/pod.yaml', '/', files))?.path, '/.seaworthy.yaml');
    assert.equal(await governing('/work/a/pod.yaml', undefined, filesOf({})), undefined);
  });

  it('is found on a drive of Windows, whatever the case of its letter', async () => {
    const files = filesOf({ 'c:/.seaworthy.yaml': '' });
    const found = await governing('c:/work/pod.yaml', undefined, files);
    assert.deepEqual([found?.path, found?.folder], ['c:/.seaworthy.yaml', 'c:/']);
    assert.equal((await governing('c:/pod.yaml', 'C:/', files))?.folder, 'c:/');
    assert.equal(await governing('c:/work/pod.yaml', 'C:/work', files), undefined);
  });

  it('is found on a share of Windows, and never looked for on the server above it', async () => {
    const files = filesOf({ '//server/share/.seaworthy.yaml': '' });
    assert.equal((await governing('//server/share/a/pod.yaml', undefined, files))?.folder, '//server/share');
    const none = filesOf({});
    assert.equal(await governing('//server/share/a/pod.yaml', undefined, none), undefined);
    assert.ok(none.asked.every((path) => path.startsWith('//server/share/')));
  });

  it('still governs when it is broken or empty, so that no other one does', async () => {
    const files = filesOf({ '/work/.seaworthy.yaml': 'profile: all', '/work/a/.seaworthy.yaml': 'profile: [' });
    const found = await governing('/work/a/pod.yaml', '/work', files);
    assert.equal(found?.folder, '/work/a');
    assert.ok(found.reading.problems.length > 0);
    assert.equal(found.reading.configuration.profile, undefined);
  });

  it('still governs when it cannot be read, and says so', async () => {
    const files = filesOf({
      '/work/.seaworthy.yaml': 'profile: all',
      '/work/a/.seaworthy.yaml': new Error('could not be read: permission denied'),
    });
    const found = await governing('/work/a/pod.yaml', '/work', files);
    assert.equal(found?.folder, '/work/a');
    assert.deepEqual(
      found.reading.problems.map(({ message }) => message),
      ['This configuration could not be read: permission denied'],
    );
  });
});
