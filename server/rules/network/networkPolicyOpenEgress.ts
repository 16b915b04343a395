import { allowsEverything, policyRules } from '../../manifests/network/networkPolicyRules';
import { networkGuidance, networkPolicies } from '../links';
import type { Rule } from '../rule';

export const networkPolicyOpenEgress: Rule = {
  id: 'network-policy-open-egress',
  title: 'Name what the pods of a NetworkPolicy may reach',
  severity: 'hint',
  profile: 'recommended',
  standards: ['nsa:network-separation'],
  why: `With open egress, code that got into the pod can fetch its tools from the internet, report to whoever controls it, send data away and scan
the cluster. Few pods need more than DNS and two or three services.`,
  remedy: `Name the destinations with \`to\` and \`ports\`: the pods it calls, DNS in \`kube-system\` on port 53, the addresses outside of the
cluster. Where a pod really has to reach anything, leave \`Egress\` out of \`policyTypes\`: it says the same more plainly.`,
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
    - Egress
  egress:
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
    - Egress
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: database
      ports:
        - port: 5432
`,
  looksAt: 'object',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  *check(object) {
    for (const rule of policyRules(object, 'egress')) {
      if (!allowsEverything(rule, 'egress')) continue;
      yield { at: rule, message: 'The rule lets the pods reach everything on every port' };
    }
  },
};
