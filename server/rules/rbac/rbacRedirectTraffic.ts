import { redirectTraffic } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacRedirectTraffic: Rule = {
  id: 'rbac-redirect-traffic',
  title: 'Let only controllers write where Services lead',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `An address that is written into the status of a Service, as that of its load balancer, draws the traffic of every node for that address to
the Service (CVE-2020-8554). Endpoints and EndpointSlices lead the traffic of a Service to whatever address they name, past
NetworkPolicies and into other namespaces (CVE-2021-25740); the built-in roles no longer allow writing them.`,
  remedy: `Kubernetes' own controllers write these. Leave them to it and to the controller of the load balancer. A program that elects a leader
asks for \`leases\` in \`coordination.k8s.io\`; one that needs endpoints of its own names them in \`resourceNames\`.`,
  links: [
    { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
    { title: 'CVE-2021-25740', url: 'https://github.com/kubernetes/kubernetes/issues/103675' },
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [services/status]
    verbs: [get, patch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [services/status]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [redirectTraffic]),
};
