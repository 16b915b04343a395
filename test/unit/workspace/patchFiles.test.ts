import assert from 'node:assert/strict';
import type { ReadableFiles } from '../../../server/workspace/files';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { patchFiles } from '../../../server/workspace/patchFiles';
import { uriOfPath } from '../../../server/workspace/uris';

/** Whether a kustomization among some files lists a file among its patches. */
function isPatch(path: string, texts: Readonly<Record<string, string>>, root?: string): Promise<boolean> {
  return patchFiles(filesOf(texts)).isPatch(uriOfPath(path), root === undefined ? undefined : uriOfPath(root));
}

/** Files by their paths. */
function filesOf(texts: Readonly<Record<string, string>>): ReadableFiles {
  return memoryFiles(new Map(Object.entries(texts).map(([path, text]) => [uriOfPath(path), text])));
}

describe('the patches of kustomizations', () => {
  it('are files beside or below one that lists them, in any of its spellings', async () => {
    const path = '/work/prod/patches/web.yaml';
    for (const [name, text] of [
      ['/work/prod/kustomization.yaml', 'patches: [{path: patches/web.yaml}]'],
      ['/work/prod/kustomization.yml', 'patchesStrategicMerge: [./patches/web.yaml]'],
      ['/work/prod/patches/Kustomization', 'patches: [{path: web.yaml, target: {kind: Deployment}}]'],
      ['/work/kustomization.yaml', 'patches: [{path: prod/patches/web.yaml}]'],
    ] as const) {
      assert.equal(await isPatch(path, { [name]: text }), true, name);
      assert.equal(await isPatch('/work/prod/patches/other.yaml', { [name]: text }), false, name);
    }
  });

  it('are no file that it takes in, nor one that it only names', async () => {
    for (const text of [
      'resources: [web.yaml]\npatches: [{path: web.yaml}]',
      'resources: [web.yaml]',
      'configurations: [web.yaml]',
      'patches: [',
      '',
    ]) {
      assert.equal(await isPatch('/work/web.yaml', { '/work/kustomization.yaml': text }), false, text);
    }
  });

  it('may add keys to ConfigMaps and Secrets, where they merge or patch any', async () => {
    const mayGainKeys = (text: string) =>
      patchFiles(filesOf({ '/work/kustomization.yaml': text })).mayGainKeys(
        uriOfPath('/work/base/web.yaml'),
        undefined,
      );
    for (const text of [
      'configMapGenerator: [{name: web, behavior: merge}]',
      'secretGenerator: [{name: web, behavior: replace}]',
      'patches: [{path: some.yaml}]',
      'patches: [{path: some.yaml, target: {kind: Secret}}]',
      'patches:\n  - patch: |-\n      apiVersion: v1\n      kind: ConfigMap\n',
      'patchesStrategicMerge:\n  - |-\n    kind: Secret\n',
      'components: [../shared]',
      'patches: [',
    ]) {
      assert.equal(await mayGainKeys(text), true, text);
    }
    for (const text of [
      'resources: [base]',
      'configMapGenerator: [{name: web}]',
      'configMapGenerator: [{name: web, behavior: create}]',
      'patches: [{path: some.yaml, target: {kind: Deployment}}]',
      'patches:\n  - patch: |-\n      kind: Deployment\n',
      'namespace: shop',
    ]) {
      assert.equal(await mayGainKeys(text), false, text);
    }
  });

  it('are others once the kustomization is read anew, if it says something else of them', async () => {
    const texts = new Map([[uriOfPath('/work/kustomization.yaml'), 'patches: [{path: web.yaml}]']]);
    const files = patchFiles(memoryFiles(texts));
    const [web, api] = [uriOfPath('/work/web.yaml'), uriOfPath('/work/a/api.yaml')];
    assert.equal(await files.isPatch(web, undefined), true);
    const say = (text: string) => {
      texts.set(uriOfPath('/work/kustomization.yaml'), text);
      return files.renew(uriOfPath('/work'));
    };
    assert.equal(await say('# a comment\npatches: [{path: ./web.yaml}]'), false);
    assert.equal(await say('patches: [{path: a/api.yaml}]'), true);
    assert.deepEqual([await files.isPatch(web, undefined), await files.isPatch(api, undefined)], [false, true]);
    assert.equal(await say('patches: [{path: a/api.yaml, target: {kind: Pod}}]'), true);
    assert.equal(await files.mayGainKeys(api, undefined), false);
    assert.equal(await say(''), true);
    assert.equal(await files.isPatch(api, undefined), false);
  });

  it('are not looked for above the root, nor above the repository', async () => {
    const above = { '/work/kustomization.yaml': 'patches: [{path: a/b/web.yaml}]' };
    assert.equal(await isPatch('/work/a/b/web.yaml', above), true);
    assert.equal(await isPatch('/work/a/b/web.yaml', above, '/work'), true);
    assert.equal(await isPatch('/work/a/b/web.yaml', above, '/work/a/'), false);
    assert.equal(await isPatch('/work/a/b/web.yaml', { ...above, '/work/a/.git/HEAD': 'ref: a\n' }), false);
  });
});
