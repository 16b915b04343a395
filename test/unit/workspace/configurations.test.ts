import assert from 'node:assert/strict';
import type { ConfigurationSources } from '../../../server/workspace/configurationSources';
import { configurations } from '../../../server/workspace/configurations';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { shownUri, uriOfPath } from '../../../server/workspace/uris';

const repository = { '/work/.git/HEAD': 'ref: refs/heads/main\n' };
const emptyBaseline = '{"version": 2, "files": {}}';

/** Configurations among some files, and where one of these stands; all by their paths. */
function among(texts: Readonly<Record<string, string>>, sources: Partial<ConfigurationSources> = {}) {
  const files = memoryFiles(new Map(Object.entries(texts).map(([path, text]) => [uriOfPath(path), text])));
  return configurations({ files, reportsSyntax: true, ...sources });
}

function at(path: string, folder?: string) {
  return { uri: uriOfPath(path), folder: folder === undefined ? undefined : uriOfPath(folder) };
}

describe('configurations', () => {
  it('beat the settings, and are beaten by the command line', async () => {
    const settings = () => ({ profile: 'all' });
    const texts = { '/work/a/.seaworthy.yaml': 'profile: baseline' };
    const known = among(texts, { settings });
    assert.equal((await known.optionsFor(at('/work/pod.yaml', '/work'))).profile, 'all');
    assert.equal((await known.optionsFor(at('/work/a/pod.yaml', '/work'))).profile, 'baseline');
    const overruled = among(texts, { settings, overruling: { kubernetesVersion: 30, profile: 'restricted' } });
    const answer = await overruled.optionsFor(at('/work/a/pod.yaml', '/work'));
    assert.equal(answer.state === 'linted' && answer.options.kubernetesVersion, 30);
  });

  it('hold globs against paths from their own folder, settings from the workspace folder', async () => {
    const known = among(
      { '/work/a/.seaworthy.yaml': 'exclude: [b/]' },
      { settings: () => ({ exclude: ['c/', 'Untitled-1'] }) },
    );
    for (const [path, isExcluded] of [
      ['/work/a/b/pod.yaml', true],
      ['/work/b/pod.yaml', false],
      ['/work/c/pod.yaml', true],
      ['/work/a/c/pod.yaml', false],
    ] as const) {
      assert.equal(await known.isExcluded(at(path, '/work')), isExcluded, path);
      assert.equal((await known.optionsFor(at(path, '/work'))).state === 'excluded', isExcluded, path);
    }
    assert.equal(await known.isExcluded({ uri: 'untitled:Untitled-1', folder: undefined }), true);
  });

  it('say among which files one is judged: their own folder, the repository, what was opened, its own folder', async () => {
    const crowdedFolders = [uriOfPath('/home/me')];
    for (const [texts, path, folder, neighbourhood] of [
      [{ ...repository, '/work/a/.seaworthy.yaml': '' }, '/work/a/b/pod.yaml', '/work', '/work/a'],
      [{ ...repository, '/work/.seaworthy.yaml': '' }, '/work/a/b/pod.yaml', '/work/a', '/work'],
      [repository, '/work/a/b/pod.yaml', '/work/a', '/work'],
      [{}, '/work/a/b/pod.yaml', '/work/a', '/work/a'],
      [{}, '/work/a/b/pod.yaml', undefined, '/work/a/b'],
      [{}, '/home/me/pod.yaml', undefined, undefined],
      [{}, '/pod.yaml', undefined, undefined],
    ] as const) {
      const found = await among(texts, { crowdedFolders }).neighbourhoodOf(at(path, folder));
      assert.equal(found === undefined ? undefined : shownUri(found), neighbourhood, path);
    }
    const virtual = { uri: 'vscode-vfs://github/shop/a/pod.yaml', folder: 'vscode-vfs://github/shop' };
    assert.equal(await among({}).neighbourhoodOf(virtual), 'vscode-vfs://github/shop');
    assert.equal(await among({}).neighbourhoodOf({ uri: 'untitled:Untitled-1', folder: undefined }), undefined);
  });

  it('may say that each file is judged by itself, as may the command line and, where none governs, the settings', async () => {
    const texts = { '/work/a/.seaworthy.yaml': 'alone: true', '/work/b/.seaworthy.yaml': 'alone: false' };
    const isAlone = async (path: string, sources: Partial<ConfigurationSources> = {}) =>
      (await among(texts, sources).neighbourhoodOf(at(path, '/work'))) === undefined;
    assert.equal(await isAlone('/work/a/pod.yaml'), true);
    assert.equal(await isAlone('/work/b/pod.yaml'), false);
    assert.equal(await isAlone('/work/pod.yaml'), false);
    const settings = () => ({ workspace: 'alone' });
    assert.equal(await isAlone('/work/pod.yaml', { settings }), true);
    assert.equal(await isAlone('/work/b/pod.yaml', { settings }), false);
    assert.equal(await isAlone('/work/b/pod.yaml', { overruling: { alone: true } }), true);
  });

  it('tell their mistakes and those of their baselines, if they are about files that were asked for', async () => {
    const text = 'profile: basline\nbaseline: none.json\n';
    const known = among({ '/work/.seaworthy.yaml': text, '/work/a/.seaworthy.yaml': 'profle: all' });
    assert.equal((await known.optionsFor(at('/work/pod.yaml'))).isSound, false);
    await known.optionsFor(at('/work/a/pod.yaml'), { isShown: false });
    assert.deepEqual(
      known.faults().map(({ uri, start, end, message }) => [shownUri(uri), text.slice(start, end), message]),
      [
        ['/work/.seaworthy.yaml', 'basline', 'profile: "basline" is not a profile. Did you mean "baseline"?'],
        [
          '/work/.seaworthy.yaml',
          'none.json',
          'baseline: "none.json" is not there; write it with seaworthy lint --write-baseline',
        ],
      ],
    );
  });

  it('name baselines in the repository, else in the folder that holds them', async () => {
    const faultsWith = async (texts: Readonly<Record<string, string>>, named: string, currentFolder?: string) => {
      const known = among(
        { '/work/base.json': emptyBaseline, '/work/a/.seaworthy.yaml': `baseline: ${named}`, ...texts },
        currentFolder === undefined ? {} : { currentFolder: uriOfPath(currentFolder) },
      );
      await known.optionsFor(at('/work/a/b/pod.yaml', '/work/a'));
      return known.faults().map(({ message }) => message);
    };
    assert.deepEqual(await faultsWith(repository, '../base.json'), []);
    assert.deepEqual(await faultsWith({}, '../base.json', '/work'), []);
    assert.deepEqual(await faultsWith({}, '../base.json'), [
      'baseline: "../base.json" lies outside of /work/a, so it is not read',
    ]);
    assert.deepEqual(await faultsWith({ '/work/a/own.json': emptyBaseline }, 'own.json'), []);
  });

  it('have no say about baselines where one was chosen for all files, or none', async () => {
    const known = '{"version": 2, "files": {"a/pod.yaml": {"host-pid": ["x"]}}}';
    const texts = { '/work/.seaworthy.yaml': 'baseline: none.json' };
    const chosen = among(texts, {
      chosenBaseline: { uri: uriOfPath('/work/chosen.json'), read: () => ({ state: 'text', text: known }) },
    });
    const { quiet } = await chosen.optionsFor(at('/work/a/pod.yaml'));
    assert.deepEqual([...(quiet?.rules.keys() ?? [])], ['host-pid']);
    assert.deepEqual(chosen.faults(), []);
    const none = among(texts, { chosenBaseline: 'none' });
    assert.equal((await none.optionsFor(at('/work/a/pod.yaml'))).quiet, undefined);
    assert.deepEqual(none.faults(), []);
    const broken = among(texts, {
      chosenBaseline: { uri: uriOfPath('/work/chosen.json'), read: () => ({ state: 'gone' }) },
    });
    await broken.optionsFor(at('/work/a/pod.yaml'));
    assert.match(broken.faults()[0]?.message ?? '', /^This baseline is not there/);
  });

  it('are read anew once they are forgotten', async () => {
    const texts = new Map([[uriOfPath('/work/.seaworthy.yaml'), 'profile: baseline']]);
    const known = configurations({ files: memoryFiles(texts), reportsSyntax: true });
    assert.equal((await known.optionsFor(at('/work/pod.yaml'))).profile, 'baseline');
    texts.set(uriOfPath('/work/.seaworthy.yaml'), 'profile: all');
    assert.equal((await known.optionsFor(at('/work/pod.yaml'))).profile, 'baseline');
    known.forget();
    assert.equal((await known.optionsFor(at('/work/pod.yaml'))).profile, 'all');
  });
});
