import assert from 'node:assert/strict';
import { rbacRules } from '../../../../server/rules/rbac/rbacRules';
import { assertMarked, findingsIn } from '../markedManifest';

const options = { rules: rbacRules };

function role(kind: 'Role' | 'ClusterRole', entries: string, namespace = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: web\n${namespace}rules:\n${entries}`;
}

describe('rules about roles that write', () => {
  it('look at what decides over pods, traffic and admission', () => {
    assertMarked(
      role(
        'ClusterRole',
        `  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingadmissionpolicies # ← rbac-edit-webhooks
    verbs: [patch]
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingadmissionpolicybindings # ← rbac-edit-webhooks
    verbs: [deletecollection]
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - mutatingadmissionpolicies # ← rbac-edit-webhooks
    verbs: [create]
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingwebhookconfigurations # ← rbac-edit-webhooks
    verbs: [delete]
  - apiGroups: [networking.k8s.io]
    resources:
      - networkpolicies # ← rbac-edit-network-policies
    verbs: [create]
  - apiGroups: [""]
    resources:
      - nodes # ← rbac-edit-nodes
    verbs: [update]
  - apiGroups: [""]
    resources:
      - nodes/status # ← rbac-edit-nodes
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - services/status # ← rbac-redirect-traffic
    verbs: [update]
  - apiGroups: [discovery.k8s.io]
    resources:
      - endpointslices # ← rbac-redirect-traffic
    verbs: [create]
  - apiGroups: [""]
    resources:
      - endpoints # ← rbac-redirect-traffic
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - pods/portforward # ← rbac-proxy-pods
    verbs: [get]
  - apiGroups: [""]
    resources:
      - services/proxy # ← rbac-proxy-pods
    verbs: [create]
  - apiGroups: [""]
    resources:
      - secrets # ← rbac-write-secrets
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - pods # ← rbac-create-pods
    verbs: [patch]
  - apiGroups: [""]
    resources:
      - configmaps # ← rbac-edit-system-config-maps
    verbs: [update]
  - apiGroups: [security.openshift.io]
    resources:
      - securitycontextconstraints # ← rbac-security-context-constraints
    resourceNames: [nonroot-v2, anyuid]
    verbs: [use]
`,
      ),
      options,
    );
  });

  it('are silent about what only reads, about one named object, and about what leads nowhere', () => {
    assertMarked(
      role(
        'ClusterRole',
        `  - {apiGroups: [admissionregistration.k8s.io], resources: [validatingadmissionpolicies], verbs: [get, create]}
  - {apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], resourceNames: [web], verbs: [delete]}
  - {apiGroups: [networking.k8s.io], resources: [networkpolicies], verbs: [get, list, watch]}
  - {apiGroups: [crd.projectcalico.org], resources: [networkpolicies], verbs: [update]}
  - {apiGroups: [""], resources: [nodes, endpoints, services/status], verbs: [get, list, watch, delete]}
  - {apiGroups: [""], resources: [services], verbs: [create, update, patch]}
  - {apiGroups: [""], resources: [pods/status, pods/log], verbs: [get, patch]}
  - {apiGroups: [""], resources: [endpoints], resourceNames: [web], verbs: [update]}
  - {apiGroups: [""], resources: [secrets], resourceNames: [web-tls], verbs: [update, patch]}
  - {apiGroups: [""], resources: [secrets], verbs: [create]}
  - {apiGroups: [""], resources: [configmaps], resourceNames: [web-leader], verbs: [update]}
  - {apiGroups: [""], resources: [configmaps], resourceNames: ["{{ .Values.lock }}"], verbs: [update]}
  - {apiGroups: [""], resources: [configmaps], verbs: [get, create]}
  - {apiGroups: [security.openshift.io], resources: [securitycontextconstraints], resourceNames: [restricted-v2, own], verbs: [use]}
  - {apiGroups: [security.openshift.io], resources: [securitycontextconstraints], verbs: [get, list]}
`,
      ),
      options,
    );
    assertMarked(
      role('Role', '  - {apiGroups: [""], resources: [nodes, configmaps], verbs: [get, update, patch]}\n'),
      options,
    );
  });

  it('say one thing of an entry that reads Secrets and writes them', () => {
    assertMarked(
      role(
        'Role',
        '  - apiGroups: [""]\n    resources: [secrets] # ← rbac-read-secrets\n    verbs: [get, list, update]\n',
      ),
      options,
    );
  });

  it('tell a ConfigMap that runs the cluster from all of them', () => {
    const severities = (kind: 'Role' | 'ClusterRole', names: string, namespace = '') =>
      findingsIn(
        role(kind, `  - {apiGroups: [""], resources: [configmaps], ${names}verbs: [patch]}\n`, namespace),
        options,
      )
        .map(({ finding }) => finding.severity)
        .join();
    assert.equal(severities('ClusterRole', ''), 'information');
    assert.equal(severities('ClusterRole', 'resourceNames: [aws-auth], '), 'warning');
    assert.equal(severities('Role', '', '  namespace: kube-system\n'), 'information');
    assert.equal(severities('Role', '', '  namespace: "{{ .Release.Namespace }}"\n'), '');
    assert.equal(severities('Role', 'resourceNames: [coredns], ', '  namespace: kube-system\n'), 'warning');
    assert.equal(severities('Role', 'resourceNames: [coredns], ', '  namespace: shop\n'), '');
  });
});
