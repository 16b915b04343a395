import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint';
import { objectIndex } from '../../../../server/workspace/objects/objectIndex';
import { findingsIn, indexed, indexOf, messagesIn, optionsOf } from './indexing';

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
    const files = { '/w/apps/web.yaml': pod(), '/w/rbac/web.yaml': account(), '/w/rbac/admin.yaml': admin() };
    const linted = lint(pod(), optionsOf(), undefined, indexOf(files).seenFrom('/w/apps/web.yaml'));
    const found = findingsIn(linted).find(({ rule }) => rule.id === 'pod-privilege-path');
    assert.match(found?.message ?? '', /do everything in the cluster/);
    assert.deepEqual(found?.related, [
      {
        place: {
          path: '/w/rbac/admin.yaml',
          start: { line: 3, character: 8 },
          end: { line: 3, character: 17 },
        },
        message: 'binds the ServiceAccount',
      },
    ]);
  });

  it('join where neither says a namespace in the same folder alone', () => {
    const [web, binding] = [withoutNamespace(pod()), withoutNamespace(admin())];
    const near = indexOf({ '/w/a/web.yaml': web, '/w/a/rbac.yaml': binding });
    assert.equal(messagesIn(near, '/w/a/web.yaml', web, privileges).length, 1);
    const apart = indexOf({ '/w/a/web.yaml': web, '/w/b/rbac.yaml': binding });
    assert.deepEqual(messagesIn(apart, '/w/a/web.yaml', web, privileges), []);
  });

  it('do not join across copies for other environments', () => {
    const index = indexOf({
      '/w/dev/app/web.yaml': pod(),
      '/w/dev/rbac/admin.yaml': admin(),
      '/w/prod/app/web.yaml': pod(),
      '/w/common/account.yaml': account(),
    });
    assert.equal(messagesIn(index, '/w/dev/app/web.yaml', pod(), privileges).length, 1);
    assert.deepEqual(messagesIn(index, '/w/prod/app/web.yaml', pod(), privileges), []);
    index.delete('/w/dev/app/web.yaml');
    assert.equal(messagesIn(index, '/w/prod/app/web.yaml', pod(), privileges).length, 1, 'now there is one alone');
  });

  it('count in every folder when the question is whether something is missing', () => {
    const mounts = '  volumes:\n    - name: c\n      configMap:\n        name: settings\n';
    const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\n';
    const missing = (files: Record<string, string>) =>
      messagesIn(indexOf({ '/w/prod/web.yaml': pod(mounts), ...files }), '/w/prod/web.yaml', pod(mounts), [
        'reference-missing',
      ]).filter((message) => message.includes('ConfigMap'));
    assert.deepEqual(missing({ '/w/prod/other.yaml': other }), [
      'reference-missing: There is no ConfigMap settings in this workspace',
    ]);
    assert.deepEqual(missing({ '/w/prod/other.yaml': other, '/w/elsewhere/settings.yaml': settings }), []);
    assert.deepEqual(missing({ '/w/prod/other.yaml': other, '/w/dev/all.yaml': `${pod()}---\n${settings}` }), []);
  });

  it('are judged by themselves in charts and patches, and count for others as what may be there', () => {
    const index = objectIndex();
    index.set(indexed('/w/a/web.yaml', pod()));
    index.set(indexed('/w/chart/templates/admin.yaml', admin(), { standing: 'template' }));
    assert.equal(index.seenFrom('/w/chart/templates/admin.yaml'), undefined);
    assert.deepEqual(messagesIn(index, '/w/a/web.yaml', pod(), privileges), []);
    index.set(indexed('/w/a/patch.yaml', admin(), { standing: 'patch' }));
    assert.deepEqual(messagesIn(index, '/w/a/web.yaml', pod(), privileges), []);
  });

  it('are the same as long as nothing changes', () => {
    const index = indexOf({ '/w/a.yaml': pod() });
    const seen = index.seenFrom('/w/a.yaml');
    assert.equal(index.seenFrom('/w/a.yaml'), seen);
    index.set(indexed('/w/b.yaml', account()));
    assert.notEqual(index.seenFrom('/w/a.yaml'), seen);
  });

  it('leave nothing behind when their file goes', () => {
    const index = indexOf({ '/w/a/web.yaml': pod(), '/w/a/rbac.yaml': admin() });
    assert.equal(messagesIn(index, '/w/a/web.yaml', pod(), privileges).length, 1);
    index.set(indexed('/w/a/rbac.yaml', admin('other')));
    assert.deepEqual(messagesIn(index, '/w/a/web.yaml', pod(), privileges), []);
    index.delete('/w/a/rbac.yaml');
    assert.deepEqual(
      [...index.files()].map(({ path }) => path),
      ['/w/a/web.yaml'],
    );
  });
});
