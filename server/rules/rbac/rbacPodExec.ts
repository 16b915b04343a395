import { execInPods } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacPodExec: Rule = {
  id: 'rbac-pod-exec',
  title: 'Let programs neither execute commands in pods nor attach to them',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `A command in a pod runs with all that the pod has: its token, its mounted Secrets, its network. Whoever may start one in every pod has
the sum of all of them, and leaves no trace in any image or manifest. An ephemeral container is a way to the same.`,
  remedy: `People who debug get it in their own namespace, for a time; programs seldom need it: a Job, a sidecar or an endpoint does the same in the
open. Before Kubernetes 1.35 \`get\` on \`pods/exec\` and \`pods/attach\` is enough over a WebSocket, so that has to go as well.`,
  links: [
    {
      title: 'Ephemeral containers',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/',
    },
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [pods/log, pods/exec]
    verbs: [get, list, create]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [pods/log]
    verbs: [get, list, create]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [execInPods]),
};
