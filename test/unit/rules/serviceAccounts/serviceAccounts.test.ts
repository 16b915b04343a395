import assert from 'node:assert/strict';
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

  it('is the only one to report what it reports', () => {
    assertMarked(pod('spec:\n'), { rules: [serviceAccountTokenMounted] });
    assertMarked(pod('spec:\n  serviceAccountName: web # ← service-account-token-mounted\n'), {
      rules: [...rules, serviceAccountTokenMounted],
    });
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
});
