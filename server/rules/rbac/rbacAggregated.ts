import { isBuiltIn, policyRulesOf } from '../../manifests/rbac/policyRules';
import { permissionFor } from '../../manifests/rbac/power';
import { powers } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { aggregationsOf } from './aggregation';
import { andMore } from './powerFaults';
import { rbacPractices } from './rbacLinks';

export const rbacAggregated: Rule = {
  id: 'rbac-aggregated',
  title: 'Add nothing dangerous to the built-in roles',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `The label makes these rules part of a built-in role, in every namespace, for everyone who has that role now or later. Nobody who
binds \`view\` expects that it reads Secrets, and no binding changes when it begins to.`,
  remedy: `Keep only permissions for your own custom resources in a role with such a label, and put the others into a role that is bound by
itself. What \`edit\` and \`admin\` allow anyway (Secrets, pods, commands in them) is not reported for those two.`,
  links: [
    {
      title: 'Aggregated ClusterRoles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
    },
    rbacPractices,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list, watch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [example.com]
    resources: [webs]
    verbs: [get, list, watch]
`,
  looksAt: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  *check(object) {
    if (isBuiltIn(object)) return;
    const grants = policyRulesOf(object).map(({ grant }) => grant);
    const given = powers.filter((power) => grants.some((grant) => permissionFor(power, grant, true)));
    for (const { role, label } of aggregationsOf(object)) {
      const [worst, ...others] = role === 'view' ? given : given.filter(({ isInEdit }) => !isInEdit);
      if (!worst) continue;
      const powerful = `${worst.may}${andMore(others)}`;
      yield { at: label, message: `Whoever is bound to the built-in role ${role} may then ${powerful}` };
    }
  },
};
