import assert from 'node:assert/strict';
import { defaultServiceAccountToken } from '../../../../server/rules/serviceAccounts/defaultServiceAccountToken';
import { deprecatedServiceAccountField } from '../../../../server/rules/serviceAccounts/deprecatedServiceAccountField';
import { serviceAccountTokenMounted } from '../../../../server/rules/serviceAccounts/serviceAccountTokenMounted';
import { serviceAccountTokenRule } from '../../../../server/rules/serviceAccounts/serviceAccountTokenRule';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const pod = (spec: string, namespace = 'shop') => `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${namespace}
${spec}  containers:
    - name: web
      image: a:1
`;
const account = (more = '', namespace = 'shop') => `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: ${namespace}
${more}`;
const binding = (subject: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: web
subjects:
  - ${subject}
`;
const subject = (name: string, namespace = 'shop') =>
  `{ kind: ServiceAccount, name: ${name}, namespace: ${namespace} }`;

describe('service-account-token', () => {
  const rules = [serviceAccountTokenRule];
  const mark = ' # ← service-account-token';

  it('reports pods that run as default, unless something binds it or they want no token', () => {
    assertMarked(pod(`spec:${mark}\n`), { rules });
    assertMarked(pod(`spec:\n  serviceAccountName: default${mark}\n`), { rules });
    assertMarked(pod(`spec:\n  automountServiceAccountToken: true${mark}\n`), { rules });
    assertMarked(pod('spec:\n  automountServiceAccountToken: false\n'), { rules });
    assertMarked(pod('spec:\n') + binding(subject('default')), { rules });
    assertMarked(pod(`spec:${mark}\n`) + binding(subject('default', 'blog')), { rules });
    assertMarked(pod('spec:\n') + binding('{ kind: Group, name: "system:serviceaccounts:shop" }'), { rules });
  });

  it('reports a ServiceAccount that stands beside the pod and that nothing binds', () => {
    const web = (mark: string) => pod(`spec:\n  serviceAccountName: web${mark}\n`);
    assertMarked(web(''), { rules });
    assertMarked(web(mark) + account(), { rules });
    const [found] = findingsIn(web('') + account(), { rules });
    assert.match(found?.finding.message ?? '', /nothing in the file binds its ServiceAccount "web" to a role$/);
    assertMarked(web('') + account('automountServiceAccountToken: false\n'), { rules });
    assertMarked(web('') + account() + binding(subject('web')), { rules });
    assertMarked(web('') + account('', 'blog'), { rules });
  });

  it('waits for templates and for the rest of a patch', () => {
    assertMarked(pod('spec:\n  serviceAccountName: {{ .Values.account }}\n'), { rules });
    assertMarked(pod('spec:\n  automountServiceAccountToken: {{ .Values.token }}\n'), { rules });
    assertMarked(pod('spec:\n') + binding('{{ .Values.subject }}'), { rules });
    assertMarked(pod('spec:\n').replace('image: a:1', 'tty: true'), { rules });
  });

  it('leaves the tests of a chart alone, pods and Jobs', () => {
    const hooked = (hook: string, spec = 'spec:\n') =>
      pod(spec).replace(/(\n {2}name: web\n)/, `$1  annotations: {helm.sh/hook: ${hook}}\n`);
    for (const hook of ['test', 'test-success', '"test-failure"', '"pre-upgrade, test"']) {
      assertMarked(hooked(hook), { rules });
    }
    assertMarked(hooked('post-install', `spec:${mark}\n`), { rules });
    assertMarked(hooked('"{{ .Values.hook }}"', `spec:${mark}\n`), { rules });
    assertMarked(hooked('testing', `spec:${mark}\n`), { rules });
  });

  it('is the only one to report what it reports', () => {
    assertMarked(pod('spec:\n'), { rules: [serviceAccountTokenMounted] });
    assertMarked(pod('spec:\n  serviceAccountName: web # ← service-account-token-mounted\n'), {
      rules: [...rules, serviceAccountTokenMounted],
    });
  });
});

describe('default-service-account-token', () => {
  const rules = [defaultServiceAccountToken];
  const written = (name: string, more: string) =>
    `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n${more}`;

  it('reports a ServiceAccount "default" that gives its token away, and no other one', () => {
    const [found] = findingsIn(written('default', ''), { rules });
    assert.equal(found?.finding.severity, 'warning');
    assertMarked(written('default', 'automountServiceAccountToken: true # ← default-service-account-token\n'), {
      rules,
    });
    assertMarked(written('default', 'automountServiceAccountToken: false\n'), { rules });
    assertMarked(written('default', 'automountServiceAccountToken: {{ .Values.token }}\n'), { rules });
    assertMarked(written('web', ''), { rules });
    assertMarked(written('"{{ .Values.name }}"', ''), { rules });
  });
});

describe('deprecated-service-account-field', () => {
  const rules = [deprecatedServiceAccountField];

  it('is renamed, or removed where the new name wins', () => {
    assert.equal(
      fixed(pod('spec:\n  serviceAccount: web\n'), '', { rules }),
      pod('spec:\n  serviceAccountName: web\n'),
    );
    assert.equal(
      fixed(pod('spec:\n  serviceAccountName: web\n  serviceAccount: api\n'), '', { rules }),
      pod('spec:\n  serviceAccountName: web\n'),
    );
  });

  it('is silent where both fields say the same, as the API server writes them', () => {
    assertMarked(pod('spec:\n  serviceAccount: web\n  serviceAccountName: "web"\n'), { rules });
  });
});
