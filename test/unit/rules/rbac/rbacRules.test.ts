import assert from 'node:assert/strict';
import type { ObjectFacts } from '../../../../server/manifests/facts/objectFacts';
import { rbacDangling } from '../../../../server/rules/rbac/rbacDangling';
import { rbacRules } from '../../../../server/rules/rbac/rbacRules';
import { assertMarked, findingsIn, fixed } from '../markedManifest';
import { factsNamed, faultsAmong } from '../workspaceRules';

const rules = rbacRules;

function role(kind: 'Role' | 'ClusterRole', entries: string, labels = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: web\n${labels}rules:\n${entries}`;
}

describe('rules about roles', () => {
  it('look at every entry, and every resource and verb of it', () => {
    assertMarked(
      role(
        'ClusterRole',
        `  - apiGroups: [example.com]
    resources: [webs]
    verbs: [get]
  - apiGroups: [""]
    resources:
      - configmaps
      - secrets # ← rbac-read-secrets
    verbs: [create, list]
  - apiGroups: ["", apps]
    resources:
      - statefulsets # ← rbac-create-pods
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - pods/log
      - pods/attach # ← rbac-pod-exec
    verbs: [get]
  - apiGroups: ["*"]
    resources:
      - "*/ephemeralcontainers" # ← rbac-pod-exec
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - nodes/proxy # ← rbac-node-proxy
    verbs: [get]
  - apiGroups: [""]
    resources:
      - serviceaccounts/token # ← rbac-token-create
    verbs: [create]
  - apiGroups: [certificates.k8s.io]
    resources:
      - certificatesigningrequests/approval # ← rbac-approve-csr
    verbs: ["*"]
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingwebhookconfigurations # ← rbac-edit-webhooks
    verbs: [update]
  - apiGroups: [""]
    resources:
      - persistentvolumes # ← rbac-create-volumes
    verbs: [create]
  - apiGroups: [""]
    resources:
      - namespaces # ← rbac-relabel-namespaces
    verbs: [patch]
  - apiGroups: [rbac.authorization.k8s.io]
    resources:
      - clusterroles # ← rbac-escalation
    verbs: [bind]
  - apiGroups: [""]
    resources:
      - groups # ← rbac-escalation
    verbs: [impersonate]
`,
      ),
      { rules },
    );
  });

  it('respect API groups, verbs, names and what a Role can’t grant', () => {
    assertMarked(
      role(
        'Role',
        `  - {apiGroups: [example.com], resources: [secrets], verbs: [get, list]}
  - {apiGroups: [""], resources: [secrets], verbs: [create, delete]}
  - {apiGroups: [""], resources: [secrets], resourceNames: [web-tls], verbs: [get]}
  - {apiGroups: [""], resources: [secrets], resourceNames: ["{{ .Values.secret }}"], verbs: [get]}
  - {apiGroups: [""], resources: [pods, deployments], verbs: [get, list, watch, delete]}
  - {apiGroups: [""], resources: [deployments], verbs: [create]}
  - {apiGroups: [""], resources: [nodes/proxy, persistentvolumes], verbs: [get, create]}
  - {apiGroups: [""], resources: [serviceaccounts/token], resourceNames: [web], verbs: [create]}
  - {apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [create, update]}
  - {apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], resourceNames: [view], verbs: [bind]}
  - {apiGroups: [""], resources: ["{{ .Values.resource }}"], verbs: [get]}
  - {nonResourceURLs: [/metrics], verbs: [get]}
`,
      ),
      { rules },
    );
  });

  it('say one thing of a wildcard', () => {
    assertMarked(
      role(
        'ClusterRole',
        `  - apiGroups: ["*"]
    resources: ["*"] # ← rbac-wildcard
    verbs: ["*"]
  - apiGroups: [""]
    resources: ["*"] # ← rbac-wildcard
    verbs: [get]
  - apiGroups: ["*"] # ← rbac-wildcard
    resources: [deployments/scale]
    verbs: [get]
  - apiGroups: [""]
    resources: [secrets] # ← rbac-read-secrets
    verbs: ["*"]
  - apiGroups: [example.com]
    resources: [webs]
    verbs: ["*"] # ← rbac-wildcard
  - apiGroups: [""]
    resources: [pods/*] # ← rbac-wildcard
    verbs: [get]
`,
      ),
      { rules },
    );
    const severities = findingsIn(
      role(
        'ClusterRole',
        `  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
  - {apiGroups: [""], resources: ["*"], verbs: [get]}
  - {apiGroups: [example.com], resources: [webs], verbs: ["*"]}
`,
      ),
      { rules },
    ).map(({ finding }) => finding.severity);
    assert.deepEqual(severities, ['error', 'warning', 'information']);
  });

  it('leave the roles to the API server that it makes itself', () => {
    assertMarked(
      role(
        'ClusterRole',
        '  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n',
        '  labels:\n    kubernetes.io/bootstrapping: rbac-defaults\n',
      ),
      { rules },
    );
  });
});

describe('rbac-aggregated', () => {
  it('reports what a label adds to a built-in role that does not have it', () => {
    const labels = (name: string, mark = '') =>
      `  labels:\n    rbac.authorization.k8s.io/aggregate-to-${name}: "true"${mark}\n`;
    const secrets = '  - {apiGroups: [""], resources: [secrets], verbs: [get]}\n';
    const nodes = '  - {apiGroups: [""], resources: [nodes/proxy], verbs: [get]}\n';
    const own = '  - {apiGroups: [example.com], resources: [webs], verbs: [get]}\n';
    assertMarked(role('ClusterRole', secrets, labels('view', ' # ← rbac-aggregated')), { rules });
    assertMarked(role('ClusterRole', secrets, labels('edit')), { rules });
    assertMarked(role('ClusterRole', nodes, labels('admin', ' # ← rbac-aggregated')), { rules });
    assertMarked(role('ClusterRole', own, labels('view')), { rules });
  });
});

function binding(kind: string, roleName: string, subject: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${roleName}
subjects:
  - ${subject}
`;
}

describe('rules about bindings', () => {
  it('tell administrators of the cluster from those of a namespace', () => {
    const severityOf = (kind: string) =>
      findingsIn(binding(kind, 'cluster-admin', '{kind: User, name: jane}'), { rules }).map(
        ({ finding }) => `${finding.rule.id} ${finding.severity}`,
      );
    assert.deepEqual(severityOf('ClusterRoleBinding'), ['rbac-cluster-admin error']);
    assert.deepEqual(severityOf('RoleBinding'), ['rbac-cluster-admin warning']);
  });

  it('know what Kubernetes binds itself', () => {
    assertMarked(binding('ClusterRoleBinding', 'cluster-admin', '{kind: Group, name: system:masters}'), { rules });
    assertMarked(binding('ClusterRoleBinding', 'system:discovery', '{kind: Group, name: system:authenticated}'), {
      rules,
    });
  });

  it('report everybody, and the ServiceAccount of everybody', () => {
    for (const [subject, rule] of [
      ['{kind: User, name: system:anonymous}', 'rbac-open-subject'],
      ['{kind: Group, name: system:unauthenticated}', 'rbac-open-subject'],
      ['{kind: Group, name: system:authenticated}', 'rbac-open-subject'],
      ['{kind: Group, name: system:masters}', 'rbac-open-subject'],
      ['{kind: ServiceAccount, name: default, namespace: shop}', 'rbac-default-service-account'],
    ]) {
      assertMarked(binding('RoleBinding', 'view', `${subject} # ← ${rule}`), { rules });
    }
    assertMarked(binding('RoleBinding', 'view', '{kind: ServiceAccount, name: "{{ .Values.name }}"}'), { rules });
  });
});

describe('rbac-dangling', () => {
  const dangling = { rules: [rbacDangling] };

  it('says nothing of what another file may hold', () => {
    assertMarked(binding('RoleBinding', 'unknown', '{kind: ServiceAccount, name: web}'), dangling);
  });

  it('sees in a file that a ServiceAccount stands in another namespace', () => {
    const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: tools}\n';
    const subject = '{kind: ServiceAccount, name: web, namespace: shop} # ← rbac-dangling';
    assertMarked(`${binding('RoleBinding', 'view', subject)}---\n${account}`, dangling);
  });

  it('reports in a workspace what is nowhere', () => {
    const text = binding('RoleBinding', 'web', '{kind: ServiceAccount, name: web, namespace: shop}');
    const neighbours: ObjectFacts[] = [factsNamed('/v1', 'ServiceAccount', 'web', 'tools')];
    assert.deepEqual(
      faultsAmong(rbacDangling, text, neighbours).map(({ message }) => message),
      ['There is no ClusterRole web in this workspace', 'There is no ServiceAccount web in this workspace'],
    );
    const present: ObjectFacts[] = [
      factsNamed('/v1', 'ServiceAccount', 'web', 'shop'),
      factsNamed('rbac.authorization.k8s.io/v1', 'ClusterRole', 'web', undefined),
    ];
    assert.deepEqual(faultsAmong(rbacDangling, text, present), []);
    assert.deepEqual(faultsAmong(rbacDangling, binding('RoleBinding', 'view', '{kind: User, name: a}'), []), []);
  });
});

describe('pod-privilege-path', () => {
  const path = { rules: rbacRules.filter(({ id }) => id === 'pod-privilege-path') };
  const deployment = (more: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
${more}      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`;
  const account = (name: string) =>
    `---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}, namespace: shop}\n`;
  const reading = `---\n${role('ClusterRole', '  - {apiGroups: [""], resources: [secrets], verbs: [list]}\n')}`;
  const bound = (kind: string) => `---\n${binding(kind, 'web', '{kind: ServiceAccount, name: web, namespace: shop}')}`;

  it('joins workload, ServiceAccount, binding and role', () => {
    const text = `${deployment('      serviceAccountName: web # ← pod-privilege-path\n')}${account('web')}${reading}${bound('RoleBinding')}`;
    assertMarked(text, path);
    const [found] = findingsIn(text, path);
    assert.match(found?.finding.message ?? '', /may, as ServiceAccount web, read Secrets$/);
    assert.equal(found?.finding.related.length, 2);
  });

  it('says how far it leads', () => {
    const text = `${deployment('      serviceAccountName: web\n')}${reading}${bound('ClusterRoleBinding')}`;
    assert.match(
      findingsIn(text + account('web'), path)[0]?.finding.message ?? '',
      /read Secrets in all namespaces; a RoleBinding would keep it to one$/,
    );
  });

  it('is silent without a token, without a binding, and where a template names one of them', () => {
    const joined = `${account('web')}${reading}${bound('RoleBinding')}`;
    assertMarked(
      deployment('      serviceAccountName: web\n      automountServiceAccountToken: false\n') + joined,
      path,
    );
    assertMarked(deployment('      serviceAccountName: other\n') + joined, path);
    assertMarked(deployment('      serviceAccountName: "{{ .Values.account }}"\n') + joined, path);
    assertMarked(deployment('      serviceAccountName: web\n') + account('web') + reading, path);
  });

  it('names the ServiceAccount that may do less', () => {
    const text = `${deployment('      serviceAccountName: web\n')}${account('web')}${account('reader')}${reading}${bound('RoleBinding')}`;
    assert.match(findingsIn(text, path)[0]?.finding.message ?? '', /; ServiceAccount reader may do less$/);
    assert.match(fixed(text, '', path), /serviceAccountName: reader/);
  });
});
