import { annotations, ingressKinds } from '../../manifests/network/ingress';
import { pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';

/** Annotations that put text of the user's into the configuration of a shared proxy. */
const snippets = new RegExp(
  [
    '^nginx\\.ingress\\.kubernetes\\.io/(?:configuration|server|auth|stream|modsecurity)-snippet$',
    '^nginx\\.org/(?:server|location|stream|http)-snippets$',
    '^haproxy-ingress\\.github\\.io/config-(?:backend|backend-early|backend-late|tcp-service)$',
    '^haproxy\\.org/(?:backend|frontend|global)-config-snippet$',
  ].join('|'),
);

export const ingressSnippet: Rule = {
  id: 'ingress-snippet',
  title: "Keep configuration snippets out of an Ingress's annotations",
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A snippet becomes part of the configuration of the proxy that serves everybody's hosts. Whoever may edit an Ingress can then read
the proxy's token and every Secret of the cluster that it may read (CVE-2021-25742), or send other teams' traffic elsewhere.
Controllers refuse snippets by default for that reason.`,
  remedy: `Say it with the controller's own annotations (rewrites, headers, limits, authentication), or with Gateway API filters. What is left
belongs in the controller's ConfigMap, which only its administrators may edit.`,
  links: [
    {
      title: 'CVE-2021-25742: Ingress-nginx custom snippets allow retrieval of secrets',
      url: 'https://github.com/kubernetes/ingress-nginx/issues/7837',
    },
    { title: 'Gateway API: HTTP filters', url: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/' },
  ],
  bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      more_set_headers "X-Frame-Options: DENY";
spec:
  ingressClassName: internal
  defaultBackend:
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
  ingressClassName: internal
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
  looksAt: 'object',
  kinds: ingressKinds,
  *check(object) {
    for (const { name, value } of annotations(object)) {
      if (!snippets.test(name) || value.state === 'absent') continue;
      const annotation = name.slice(name.lastIndexOf('/') + 1);
      yield {
        at: { ...value, node: value.key },
        message: `The annotation ${name} writes into the configuration of a proxy that others share`,
        fixes: [
          {
            title: `Remove ${annotation} (what it configured stops working)`,
            class: 'ask',
            edits: [remove(pathOf(value))],
          },
        ],
      };
    }
  },
};
