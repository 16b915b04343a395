import { proxyPods } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacPractices, rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacProxyPods: Rule = {
  id: 'rbac-proxy-pods',
  title: 'Let nobody connect to pods through the API server',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `\`port-forward\` and the proxies of pods and Services connect from the node or from the API server: NetworkPolicies don't hold them back, and
what listens on the loopback address, debug ports and administration pages without a password, answers as if it were asked from within.`,
  remedy: `Take it out of the roles of programs, and grant it to people only in the namespaces that they debug. A program that has to reach a Service
does so by its name, with a NetworkPolicy that says so.`,
  links: [
    {
      title: 'Use port forwarding',
      url: 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
    },
    rbacPractices,
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [pods/portforward]
    verbs: [create]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [pods/log]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [proxyPods]),
};
