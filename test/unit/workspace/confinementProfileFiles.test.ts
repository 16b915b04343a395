import assert from 'node:assert/strict';
import { profilesIn } from '../../../server/workspace/confinementProfileFiles';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { shownUri, uriOfPath } from '../../../server/workspace/uris';

/** Files by their paths, and which of them were read. */
function filesOf(texts: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const files = memoryFiles(new Map(Object.entries(texts).map(([path, text]) => [uriOfPath(path), text])));
  return {
    read,
    entriesOf: files.entriesOf,
    text(uri: string) {
      read.push(shownUri(uri));
      return files.text(uri);
    },
  };
}

const seccomp = '{ "defaultAction": "SCMP_ACT_ERRNO" }';

describe('The profiles of a workspace', () => {
  it('are named as a pod names them', async () => {
    const files = filesOf({
      '/shop/node/seccomp/profiles/web.json': seccomp,
      '/shop/profiles/api.json': seccomp,
      '/shop/deploy/seccomp-audit.json': seccomp,
      '/shop/node/apparmor.d/k8s-web':
        '#include <tunables/global>\n\nprofile k8s-web flags=(attach_disconnected) {\n}\nprofile "k8s api" {\n}\n',
      '/shop/web.apparmor': 'profile other /usr/bin/other {\n}\n',
    });
    assert.deepEqual(
      (await profilesIn([uriOfPath('/shop')], files)).map(({ sort, name }) => `${sort} ${name}`),
      [
        'seccomp seccomp-audit.json',
        'AppArmor k8s-web',
        'AppArmor k8s api',
        'seccomp profiles/web.json',
        'seccomp profiles/api.json',
        'AppArmor other',
      ],
    );
  });

  it('are looked for only in files that may be some, and not among other people’s', async () => {
    const files = filesOf({
      '/shop/package.json': '{}',
      '/shop/profiles/user.json': '{ "name": "profile" }',
      '/shop/node_modules/x/seccomp.json': seccomp,
      '/shop/.git/seccomp.json': seccomp,
      '/shop/apparmor.md': 'profile a {',
    });
    assert.deepEqual(await profilesIn([uriOfPath('/shop')], files), []);
    assert.deepEqual(files.read, ['/shop/profiles/user.json']);
  });
});
