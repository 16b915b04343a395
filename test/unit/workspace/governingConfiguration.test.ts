import assert from 'node:assert/strict';
import { configurations } from '../../../server/workspace/configurations';
import type { ReadableFiles } from '../../../server/workspace/files';
import { lookingAbove } from '../../../server/workspace/governingConfiguration';
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

/** What governs a file in a folder that somebody has opened or given, all by their paths. */
async function governing(file: string, folder: string | undefined, files: ReadableFiles) {
  const named = memoryFiles(new Map());
  const { governorOf } = configurations({ files: { ...named, ...files }, reportsSyntax: true });
  const found = await governorOf({
    uri: uriOfPath(file),
    folder: folder === undefined ? undefined : uriOfPath(folder),
  });
  return found === undefined ? undefined : shownUri(found);
}

const repository = { '/work/.git/HEAD': 'ref: refs/heads/main\n' };

describe('the governing configuration', () => {
  it('is the nearest one upwards, whole', async () => {
    const files = filesOf({
      '/work/.seaworthy.yaml': 'kubernetesVersion: 1.30',
      '/work/charts/.seaworthy.yaml': 'profile: all',
    });
    const { governor } = await lookingAbove(files)(uriOfPath('/work/charts/web'));
    assert.equal(governor?.uri, uriOfPath('/work/charts/.seaworthy.yaml'));
    assert.equal(governor.folder, uriOfPath('/work/charts'));
    assert.equal(governor.reading.configuration.profile, 'all');
    assert.equal(governor.reading.configuration.kubernetesVersion, undefined);
  });

  it("may stand in the folder or in the file's own", async () => {
    const files = filesOf({ '/work/.seaworthy.yaml': '' });
    assert.equal(await governing('/work/a/b/pod.yaml', '/work', files), '/work/.seaworthy.yaml');
    assert.equal(await governing('/work/pod.yaml', '/work', files), '/work/.seaworthy.yaml');
    assert.equal(await governing('/pod.yaml', '/', filesOf({ '/.seaworthy.yaml': '' })), '/.seaworthy.yaml');
  });

  it('may stand above the folder up to the root of the repository, and no higher', async () => {
    const file = '/work/shop/deploy/pod.yaml';
    const files = filesOf({ ...repository, '/.seaworthy.yaml': '', '/work/.seaworthy.yaml': 'profile: all' });
    for (const folder of ['/work/shop/deploy', '/work/shop', '/work', undefined]) {
      assert.equal(await governing(file, folder, files), '/work/.seaworthy.yaml', folder);
    }
    const above = filesOf({ ...repository, '/.seaworthy.yaml': '' });
    assert.equal(await governing(file, '/work/shop', above), undefined);
    assert.equal(await governing(file, undefined, above), undefined);
  });

  it('is not one above the folder where there is no repository, unless whoever asks looks there', async () => {
    const files = filesOf({ '/.seaworthy.yaml': '', '/work/.seaworthy.yaml': '' });
    assert.equal(await governing('/work/app/deep/pod.yaml', '/work/app', files), undefined);
    const sources = { files: { ...memoryFiles(new Map()), ...files }, reportsSyntax: true, looksAboveFolders: true };
    const place = { uri: uriOfPath('/work/app/deep/pod.yaml'), folder: uriOfPath('/work/app') };
    assert.equal(await configurations(sources).governorOf(place), uriOfPath('/work/.seaworthy.yaml'));
  });

  it('is not looked for above a repository inside of the folder', async () => {
    const files = filesOf({ '/work/.seaworthy.yaml': '', '/work/module/.git': 'gitdir: ../.git/modules/module\n' });
    assert.equal(await governing('/work/module/a/pod.yaml', '/work', files), undefined);
    assert.equal(await governing('/work/a/pod.yaml', '/work', files), '/work/.seaworthy.yaml');
  });

  it('is not looked for above a folder whose .git cannot be read', async () => {
    const files = filesOf({ '/.seaworthy.yaml': '', '/work/.git/HEAD': new Error('EACCES: permission denied') });
    assert.equal(await governing('/work/pod.yaml', undefined, files), undefined);
  });

  it('is looked for up to the root of the file system where there is neither folder nor repository', async () => {
    const files = filesOf({ '/.seaworthy.yaml': 'profile: all' });
    assert.equal(await governing('/work/a/pod.yaml', undefined, files), '/.seaworthy.yaml');
    assert.equal(await governing('/work/a/pod.yaml', undefined, filesOf({})), undefined);
  });

  it('is found on a drive of Windows, whatever the case of its letter', async () => {
    const files = filesOf({ 'c:/.seaworthy.yaml': '' });
    assert.equal(await governing('c:/work/pod.yaml', undefined, files), 'c:/.seaworthy.yaml');
    assert.equal(await governing('c:\\pod.yaml', 'C:\\', files), 'c:/.seaworthy.yaml');
    assert.equal(await governing('c:/work/pod.yaml', 'C:/work', files), undefined);
  });

  it('is found on a share of Windows, and never looked for on the server above it', async () => {
    const files = filesOf({ '//server/share/.seaworthy.yaml': '' });
    assert.equal(await governing('//server/share/a/pod.yaml', undefined, files), '//server/share/.seaworthy.yaml');
    const none = filesOf({});
    assert.equal(await governing('//server/share/a/pod.yaml', undefined, none), undefined);
    assert.ok(none.asked.every((path) => path.startsWith('//server/share/')));
  });

  it('is read once for all files that it governs', async () => {
    const files = filesOf({ ...repository, '/work/.seaworthy.yaml': '' });
    const look = lookingAbove(files);
    await Promise.all(['/work/a/b', '/work/a', '/work/c'].map((folder) => look(uriOfPath(folder))));
    assert.equal(files.asked.filter((path) => path === '/work/.seaworthy.yaml').length, 1);
  });

  it('still governs when it is broken, empty or unreadable, so that no other one does, and says so', async () => {
    for (const [own, message] of [
      ['', undefined],
      ['profile: [', /a profile, but it is a list/],
      [new Error('could not be read: permission denied'), /^This configuration could not be read: permission denied$/],
    ] as const) {
      const files = filesOf({ '/work/.seaworthy.yaml': 'profile: all', '/work/a/.seaworthy.yaml': own });
      const { governor } = await lookingAbove(files)(uriOfPath('/work/a'));
      assert.equal(governor?.folder, uriOfPath('/work/a'));
      assert.equal(governor.reading.configuration.profile, undefined);
      if (message) assert.match(governor.reading.problems[0]?.message ?? '', message);
    }
  });
});
