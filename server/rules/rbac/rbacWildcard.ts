import type { KubernetesObject } from '../../manifests/objects/objects';
import { isBuiltIn, type PolicyRule, policyRulesOf } from '../../manifests/rbac/policyRules';
import { type Field, items, member, stringOf } from '../../yaml/field/field';
import type { Fault, Rule } from '../rule';
import { aggregationsOf } from './aggregation';
import { givesPower, subjectOf } from './powerFaults';
import { rbacPractices, rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacWildcard: Rule = {
  id: 'rbac-wildcard',
  title: 'Name the resources and verbs that a role allows',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.3', 'nsa:authentication-and-authorization'],
  why: `\`*\` allows not only what there is today: every kind that an operator installs and every verb that Kubernetes learns belongs to
it, Secrets, \`escalate\` and \`impersonate\` included. Whoever gets hold of such a role has more than anyone has looked at.`,
  remedy: `List what is needed: \`kubectl auth can-i --list --as=system:serviceaccount:NAMESPACE:NAME\` shows what is granted, the audit
log what is used. All verbs on custom resources of one's own are information only, since nothing else is behind them.`,
  links: [rbacPractices, rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [apps]
    resources: ["*"]
    verbs: [get, list, watch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, watch]
`,
  looksAt: 'object',
  kinds: roleKinds,
  *check(object) {
    if (isBuiltIn(object)) return;
    for (const rule of policyRulesOf(object)) {
      const fault = faultOf(object, rule);
      if (fault) yield fault;
    }
  },
};

function faultOf(object: KubernetesObject, rule: PolicyRule): Fault | undefined {
  const { field, grant } = rule;
  const isClusterRole = object.kind === 'ClusterRole';
  const who = subjectOf(object);
  const [group, resource, verb] = ['apiGroups', 'resources', 'verbs'].map((key) => starIn(member(field, key)));
  if (group && resource && verb) {
    const message = isClusterRole
      ? `${who} may do everything in the cluster`
      : `${who} may do everything in its namespace`;
    return { at: resource, message, severity: isClusterRole ? 'error' : 'warning' };
  }
  // Of a role that is part of a built-in one, another rule speaks.
  if (aggregationsOf(object).length > 0 && givesPower(rule, isClusterRole)) return undefined;
  const verbs = verb ? 'do everything with' : `${grant.verbs.join(', ')}`;
  if (resource) {
    const groups =
      group || grant.apiGroups.includes('') ? 'every resource, Secrets included' : 'every resource of these groups';
    return { at: resource, message: `${who} may ${verbs} ${groups}` };
  }
  const nothing = items(member(field, 'resources')).find((item) => stringOf(item)?.endsWith('/*'));
  if (nothing) {
    const message = `${stringOf(nothing)} allows nothing: RBAC has no wildcard behind the name of a resource`;
    return { at: nothing, message, severity: 'information' };
  }
  // What is dangerous in it has a rule of its own.
  if (givesPower(rule, isClusterRole)) return undefined;
  if (group) return { at: group, message: `${who} may ${verbs} these resources in every API group` };
  if (!verb || grant.resources.length === 0) return undefined;
  return { at: verb, message: `${who} may ${verbs} these resources, whatever verbs come`, severity: 'information' };
}

function starIn(list: Field): Field | undefined {
  return items(list).find((item) => stringOf(item) === '*');
}
