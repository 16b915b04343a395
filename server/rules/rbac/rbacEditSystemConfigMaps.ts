import { namespaced } from '../../manifests/objects/namespace';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { isBuiltIn, isGranted, type PolicyRule, policyRulesOf, resourceField } from '../../manifests/rbac/policyRules';
import type { Fault, Rule } from '../rule';
import { aggregationsOf } from './aggregation';
import { subjectOf } from './powerFaults';
import { rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

/**
 * ConfigMaps of the namespace `kube-system` by which a cluster is run: who is who (EKS), what names mean, how nodes are
 * set up (kubeadm), whom aggregated API servers trust.
 */
const systemConfigMaps: readonly string[] = [
  'aws-auth',
  'coredns',
  'extension-apiserver-authentication',
  'kube-dns',
  'kube-proxy',
  'kubeadm-config',
  'kubelet-config',
  'node-local-dns',
];

const writesConfigMaps = { group: '', resource: 'configmaps', verbs: ['update', 'patch'] } as const;

export const rbacEditSystemConfigMaps: Rule = {
  id: 'rbac-edit-system-config-maps',
  title: 'Let nobody change the ConfigMaps that run the cluster',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `Some ConfigMaps of the namespace \`kube-system\` have power: \`aws-auth\` says which AWS identities are administrators, \`coredns\` where names
lead. Whoever may change them becomes an administrator with one line, or answers for every service.`,
  remedy: `Write a Role in the namespace whose ConfigMaps are meant, rather than a ClusterRole, or name them in \`resourceNames\`. EKS access
entries replace \`aws-auth\`. An entry that reaches these ConfigMaps among all others is information only: bound by a RoleBinding in
another namespace it leads nowhere.`,
  links: [
    {
      title: 'EKS: grant IAM users access with a ConfigMap',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
    },
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
  namespace: kube-system
rules:
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames: [aws-auth]
    verbs: [get, patch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
  namespace: kube-system
rules:
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames: [aws-auth]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  *check(object) {
    if (isBuiltIn(object) || aggregationsOf(object).length > 0) return;
    for (const rule of policyRulesOf(object)) {
      // Of everything another rule speaks.
      if (rule.grant.resources.includes('*') || !isGranted(rule.grant, writesConfigMaps)) continue;
      const fault = faultOf(object, rule);
      if (fault) yield fault;
    }
  },
};

function faultOf(object: KubernetesObject, rule: PolicyRule): Fault | undefined {
  const isClusterRole = object.kind === 'ClusterRole';
  const { namespace } = namespaced(object);
  const at = resourceField(rule, 'configmaps');
  const { isRestricted, resourceNames } = rule.grant;
  const named = resourceNames.find((name) => systemConfigMaps.includes(name));
  if (named !== undefined) {
    if (!isClusterRole && namespace !== 'kube-system' && namespace !== undefined) return undefined;
    return { at, message: `${subjectOf(object)} may change the ConfigMap ${named}, by which the cluster is run` };
  }
  if (isRestricted || !(isClusterRole || namespace === 'kube-system')) return undefined;
  const reach = isClusterRole ? ', if bound by a ClusterRoleBinding' : '';
  return {
    at,
    message: `${subjectOf(object)} may change the ConfigMaps by which the cluster is run (coredns, aws-auth)${reach}`,
    severity: 'information',
  };
}
