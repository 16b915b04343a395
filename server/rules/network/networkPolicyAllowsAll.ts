import { allowsEverything, policyRules } from '../../manifests/network/networkPolicyRules';
import { networkGuidance, networkPolicies } from '../links';
import type { Rule } from '../rule';

export const networkPolicyAllowsAll: Rule = {
  id: 'network-policy-allows-all',
  title: 'Name who may reach the pods of a NetworkPolicy',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:network-separation'],
  why: `An ingress rule without sources and ports lets everybody in on every port, so the policy protects nothing, and since policies
add up it also undoes what every other policy of the namespace denies for these pods. It looks like protection in every
listing and audit.`,
  remedy: `Name the callers with \`from\`: pods by \`podSelector\`, other namespaces by \`namespaceSelector\`, addresses by \`ipBlock\`. Where
everybody is meant, as for a public web server, name at least the \`ports\`.`,
  links: [networkPolicies, networkGuidance],
  bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
  ingress:
    - {}
`,
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
  ingress:
    - ports:
        - port: 8443
`,
  looksAt: 'object',
  kinds: ['networking.k8s.io/NetworkPolicy', 'extensions/NetworkPolicy'],
  *check(object) {
    for (const rule of policyRules(object, 'ingress')) {
      if (!allowsEverything(rule, 'ingress')) continue;
      yield { at: rule, message: 'The rule lets everybody reach the pods on every port' };
    }
  },
};
