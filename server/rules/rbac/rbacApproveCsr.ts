import { approveRequests } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacApproveCsr: Rule = {
  id: 'rbac-approve-csr',
  title: 'Let only signers approve requests for certificates',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.11', 'nsa:authentication-and-authorization'],
  why: `A certificate for a client is a login: whoever may create a request and approve it can have one for any user and group that the signer
allows, the nodes and administrators of the cluster among them, and it can't be revoked before it expires.`,
  remedy: `Leave approval to the controllers of the cluster and to a person. A signer of one's own is named: \`approve\` on \`signers\` with its
\`resourceNames\`; such roles are still reported for \`certificatesigningrequests/approval\`, which can't be restricted by signer.`,
  links: [rbacRisk('CSRs and certificate issuing', 'csrs-and-certificate-issuing'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests/approval]
    verbs: [update]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [approveRequests]),
};
