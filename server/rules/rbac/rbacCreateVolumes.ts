import { createVolumes } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacCreateVolumes: Rule = {
  id: 'rbac-create-volumes',
  title: 'Let only storage provisioners create PersistentVolumes',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.9', 'nsa:authentication-and-authorization'],
  why: `A PersistentVolume may name any folder of a node as its place (\`hostPath\`, \`local\`), and Pod Security doesn't look at what a claim is
bound to: whoever creates the volume and a pod that claims it reads and writes the node.`,
  remedy: `Leave it to the provisioner of a StorageClass: people and programs create PersistentVolumeClaims, which need no such permission.`,
  links: [rbacRisk('persistent volume creation', 'persistent-volume-creation'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [persistentvolumes]
    verbs: [get, list, create]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [persistentvolumes]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [createVolumes]),
};
