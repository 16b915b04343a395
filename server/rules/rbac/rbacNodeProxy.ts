import { proxyNodes } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacNodeProxy: Rule = {
  id: 'rbac-node-proxy',
  title: 'Keep the kubelets of nodes out of roles',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.10', 'nsa:authentication-and-authorization'],
  why: `\`nodes/proxy\` hands the kubelet's own interface over: it runs commands in every pod of the node, with \`get\` alone, past admission and
past the audit log of the API server.`,
  remedy: `Grant what is needed by its own name: \`nodes/metrics\`, \`nodes/stats\`, \`nodes/log\` and, since 1.33, \`nodes/healthz\`, \`nodes/pods\` and
\`nodes/configz\`, which the kubelet accepts as well (\`KubeletFineGrainedAuthz\`).`,
  links: [rbacRisk('access to the proxy subresource of nodes', 'access-to-proxy-subresource-of-nodes'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [nodes/proxy]
    verbs: [get]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [nodes/metrics]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [proxyNodes]),
};
