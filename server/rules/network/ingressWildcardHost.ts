import { ingressKinds } from '../../manifests/network/ingress';
import { descend, isMapping, items, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const ingressWildcardHost: Rule = {
  id: 'ingress-wildcard-host',
  title: 'Name the hosts of an Ingress',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A rule for \`*.example.com\`, or for no host at all, takes requests for names that nobody has thought of: those of another team that
come later, a forgotten DNS record, or the bare address that scanners try. In a shared cluster it can take over paths of others'
hosts and read their requests and cookies.`,
  remedy: `Write one rule for each host. A wildcard that is meant, say for one name a customer, is best kept in an Ingress of its own and
silenced there with the reason.`,
  links: [
    {
      title: 'Ingress: hostname wildcards',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards',
    },
  ],
  bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: "*.example.com"
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`,
  good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`,
  looksAt: 'object',
  kinds: ingressKinds,
  *check({ root }) {
    for (const rule of items(descend(root, 'spec', 'rules'))) {
      const host = member(rule, 'host');
      const name = stringOf(host);
      if (name?.startsWith('*')) {
        yield {
          at: host,
          message: `The rule takes requests for every host that ends with ${name.slice(1) || 'anything'}`,
          fixes: [
            {
              title: 'Name one host',
              class: 'ask',
              edits: [set(pathOf(host), blank(`www${name.slice(1) || '.example.com'}`))],
            },
          ],
        };
      } else if (isMapping(rule) && (host.state === 'absent' || name === '')) {
        yield {
          at: rule,
          message: 'The rule names no host, so it takes requests for all of them',
          severity: 'information',
          fixes: [{ title: 'Name the host', class: 'ask', edits: [set(pathOf(host), blank('www.example.com'))] }],
        };
      }
    }
  },
};
