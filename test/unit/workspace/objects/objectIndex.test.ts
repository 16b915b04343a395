import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint';
import { objectIndex } from '../../../../server/workspace/objects/objectIndex';
import { findingsIn, indexed, indexOf, messagesIn, optionsOf, seen } from './indexing';

const pod = (more = '', namespace = 'shop') => `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${namespace}
  labels:
    app: web
spec:
  serviceAccountName: web
${more}  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`;
const account = (namespace = 'shop') =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: ${namespace}\n`;
const admin = (namespace = 'shop', name = 'web-admin') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: web
    namespace: ${namespace}
`;
const withoutNamespace = (text: string) => text.replace(/^ +namespace:.*\n/gm, '');
const privileges = ['pod-privilege-path'];

describe('the objects of a workspace, seen from a file', () => {
  it('join with those of other folders in the same namespace, and the finding leads there', () => {
    const files = {
      'file:///w/apps/web.yaml': pod(),
      'file:///w/rbac/web.yaml': account(),
      'file:///w/rbac/admin.yaml': admin(),
    };
    const linted = lint(pod(), optionsOf(), undefined, seen(indexOf(files), 'file:///w/apps/web.yaml'));
    const found = findingsIn(linted).find(({ rule }) => rule.id === 'pod-privilege-path');
    assert.match(found?.message ?? '', /do everything in the cluster/);
    assert.deepEqual(found?.related, [
      {
        place: {
          uri: 'file:///w/rbac/admin.yaml',
          start: { line: 3, character: 8 },
          end: { line: 3, character: 17 },
        },
        message: 'binds the ServiceAccount',
      },
    ]);
  });

  it('join where neither says a namespace in the same folder alone', () => {
    const [web, binding] = [withoutNamespace(pod()), withoutNamespace(admin())];
    const near = indexOf({ 'file:///w/a/web.yaml': web, 'file:///w/a/rbac.yaml': binding });
    assert.equal(messagesIn(near, 'file:///w/a/web.yaml', web, privileges).length, 1);
    const apart = indexOf({ 'file:///w/a/web.yaml': web, 'file:///w/b/rbac.yaml': binding });
    assert.deepEqual(messagesIn(apart, 'file:///w/a/web.yaml', web, privileges), []);
  });

  it('do not join across copies for other environments', () => {
    const index = indexOf({
      'file:///w/dev/app/web.yaml': pod(),
      'file:///w/dev/rbac/admin.yaml': admin(),
      'file:///w/prod/app/web.yaml': pod(),
      'file:///w/common/account.yaml': account(),
    });
    assert.equal(messagesIn(index, 'file:///w/dev/app/web.yaml', pod(), privileges).length, 1);
    assert.deepEqual(messagesIn(index, 'file:///w/prod/app/web.yaml', pod(), privileges), []);
    index.delete('file:///w/dev/app/web.yaml');
    assert.equal(
      messagesIn(index, 'file:///w/prod/app/web.yaml', pod(), privileges).length,
      1,
      'now there is one alone',
    );
  });

  it('count in every folder when the question is whether something is missing', () => {
    const mounts = '  volumes:\n    - name: c\n      configMap:\n        name: settings\n';
    const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\n';
    const missing = (files: Record<string, string>) =>
      messagesIn(
        indexOf({ 'file:///w/prod/web.yaml': pod(mounts), ...files }),
        'file:///w/prod/web.yaml',
        pod(mounts),
        ['reference-missing'],
      ).filter((message) => message.includes('ConfigMap'));
    assert.deepEqual(missing({ 'file:///w/prod/other.yaml': other }), [
      'reference-missing: There is no ConfigMap settings in this workspace',
    ]);
    assert.deepEqual(
      missing({ 'file:///w/prod/other.yaml': other, 'file:///w/elsewhere/settings.yaml': settings }),
      [],
    );
    assert.deepEqual(
      missing({ 'file:///w/prod/other.yaml': other, 'file:///w/dev/all.yaml': `${pod()}---\n${settings}` }),
      [],
    );
  });

  it('are judged by themselves in charts and patches, and count for others as what may be there', () => {
    const index = objectIndex();
    index.set(indexed('file:///w/a/web.yaml', pod()));
    index.set(indexed('file:///w/chart/templates/admin.yaml', admin(), { standing: 'template' }));
    assert.equal(seen(index, 'file:///w/chart/templates/admin.yaml'), undefined);
    assert.deepEqual(messagesIn(index, 'file:///w/a/web.yaml', pod(), privileges), []);
    index.set(indexed('file:///w/a/patch.yaml', admin(), { standing: 'patch' }));
    assert.deepEqual(messagesIn(index, 'file:///w/a/web.yaml', pod(), privileges), []);
  });

  it('are told in the order of their files, whichever came first', () => {
    const names = (index: ReturnType<typeof indexOf>) =>
      seen(index, 'file:///w/a.yaml')
        ?.beside(['/ServiceAccount'], 'shop')
        .map(({ namespace, name }) => `${namespace}/${name}`);
    const account = (name: string) =>
      `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n`;
    const files = {
      'file:///w/a.yaml': pod(),
      'file:///w/b.yaml': account('b'),
      'file:///w/c.yaml': account('c'),
      'file:///w/d.yaml': account('d'),
    };
    const index = indexOf(Object.fromEntries(Object.entries(files).reverse()));
    assert.deepEqual(names(index), ['shop/b', 'shop/c', 'shop/d']);
    index.set(indexed('file:///w/b.yaml', account('z')));
    assert.deepEqual(names(index), ['shop/z', 'shop/c', 'shop/d']);
  });

  it('leave nothing behind when their file goes', () => {
    const index = indexOf({ 'file:///w/a/web.yaml': pod(), 'file:///w/a/rbac.yaml': admin() });
    assert.equal(messagesIn(index, 'file:///w/a/web.yaml', pod(), privileges).length, 1);
    index.set(indexed('file:///w/a/rbac.yaml', admin('other')));
    assert.deepEqual(messagesIn(index, 'file:///w/a/web.yaml', pod(), privileges), []);
    index.delete('file:///w/a/rbac.yaml');
    assert.deepEqual(
      [...index.files()].map(({ uri }) => uri),
      ['file:///w/a/web.yaml'],
    );
  });
});
