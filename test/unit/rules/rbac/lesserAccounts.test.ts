import assert from 'node:assert/strict';
import { rbacRules } from '../../../../server/rules/rbac/rbacRules';
import { findingsIn } from '../markedManifest';

const options = { rules: rbacRules.filter(({ id }) => id === 'pod-privilege-path') };

const pod = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`;

const account = (name: string) =>
  `---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}, namespace: shop}\n`;

const role = (name: string, ...entries: readonly string[]) =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${name}}\nrules:\n${entries.map((entry) => `  - {${entry}}\n`).join('')}`;

const bound = (who: string, to: string, in_ = '') =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${in_ === '' ? 'Cluster' : ''}RoleBinding\nmetadata: {name: ${who}${in_ === '' ? '' : `, namespace: ${in_}`}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${to}}\nsubjects: [{kind: ServiceAccount, name: ${who}, namespace: shop}]\n`;

const secrets = 'apiGroups: [""], resources: [secrets], verbs: [get, list]';
const escalation = 'apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: ["*"]';

/** The ServiceAccounts that a pod is offered, beside one that may read Secrets everywhere and escalate. */
function offered(others: string): string[] {
  const text = `${pod}${account('web')}${role('web', secrets, escalation)}${bound('web', 'web')}${others}`;
  const [found] = findingsIn(text, options);
  assert.ok(found);
  const said = /; ServiceAccount (\S+) may do less$/.exec(found.finding.message)?.[1];
  assert.equal(found.finding.fixes.length, said === undefined ? 0 : 1);
  return said === undefined ? [] : [said];
}

describe('a ServiceAccount that a pod could run as instead', () => {
  it('is one that may do nothing, only read, or a part of what the pod may', () => {
    assert.deepEqual(offered(account('bare')), ['bare']);
    assert.deepEqual(offered(account('view') + bound('view', 'view')), ['view']);
    assert.deepEqual(offered(`${account('less')}${role('less', secrets)}${bound('less', 'less', 'shop')}`), ['less']);
    assert.deepEqual(
      offered(
        `${account('less')}${role('less', 'apiGroups: [""], resources: [pods], verbs: [get, watch]')}${bound('less', 'less')}`,
      ),
      ['less'],
    );
  });

  it('is none that may do more, however few powers that are', () => {
    assert.deepEqual(offered(account('root') + bound('root', 'cluster-admin')), []);
    assert.deepEqual(offered(account('root') + bound('root', 'cluster-admin', 'shop')), []);
    assert.deepEqual(
      offered(
        `${account('other')}${role('other', 'apiGroups: [""], resources: [pods], verbs: [create]')}${bound('other', 'other', 'shop')}`,
      ),
      [],
    );
    assert.deepEqual(
      offered(
        `${account('other')}${role('other', 'apiGroups: [apps], resources: [deployments], verbs: [delete]')}${bound('other', 'other', 'shop')}`,
      ),
      [],
    );
  });

  it('is none that may do as much, and none whose role is out of reach or half unknown', () => {
    assert.deepEqual(offered(account('same') + bound('same', 'web')), []);
    assert.deepEqual(offered(account('other') + bound('other', 'elsewhere', 'shop')), []);
    assert.deepEqual(
      offered(
        `${account('other')}${role('other', 'apiGroups: [""], resources: ["{{ .Values.resource }}"], verbs: [get]')}${bound('other', 'other')}`,
      ),
      [],
    );
    assert.deepEqual(
      offered(
        `${account('other')}${bound('other', 'cluster-admin').replace('kind: ServiceAccount, name: other, namespace: shop', 'kind: User, name: "system:serviceaccount:shop:other"')}`,
      ),
      [],
    );
  });

  it('is none where all ServiceAccounts may do as much anyway', () => {
    const everybody = (group: string) =>
      bound('all', 'cluster-admin').replace(
        'kind: ServiceAccount, name: all, namespace: shop',
        `kind: Group, name: "${group}"`,
      );
    assert.deepEqual(offered(account('bare') + everybody('system:serviceaccounts')), []);
    assert.deepEqual(offered(account('bare') + everybody('system:serviceaccounts:shop')), []);
    assert.deepEqual(offered(account('bare') + everybody('system:serviceaccounts:other')), ['bare']);
  });

  it('is the least of several', () => {
    assert.deepEqual(
      offered(`${account('less')}${role('less', secrets)}${bound('less', 'less', 'shop')}${account('bare')}`),
      ['bare'],
    );
  });
});
