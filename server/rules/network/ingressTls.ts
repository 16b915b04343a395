import { annotations, ingressClass, ingressKinds } from '../../manifests/network/ingress';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { descend, items, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

/** Annotations by which controllers take certificates from elsewhere, or hand encrypted connections through. */
const tlsAnnotations = new RegExp(
  [
    '^alb\\.ingress\\.kubernetes\\.io/(?:certificate-arn|listen-ports|group\\.name)$',
    '^appgw\\.ingress\\.kubernetes\\.io/appgw-ssl-certificate$',
    '^(?:networking\\.gke\\.io/managed-certificates|ingress\\.gcp\\.kubernetes\\.io/pre-shared-cert)$',
    '^traefik\\.ingress\\.kubernetes\\.io/(?:router\\.tls|router\\.entrypoints)',
    '^route\\.openshift\\.io/termination$',
    '/ssl-passthrough$',
  ].join('|'),
);

/** Classes whose controllers encrypt by themselves. */
const tlsClasses = /^(?:tailscale|cloudflare-tunnel|ngrok)$/;

export const ingressTls: Rule = {
  id: 'ingress-tls',
  title: 'Serve an Ingress over TLS',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:network-separation'],
  why: `Without \`tls\` the controller serves the hosts over plain HTTP. Everybody on the way reads passwords and session cookies, and may
change what is sent: the wireless network of a café is enough. Browsers warn of such pages.`,
  remedy: `Name the hosts and the Secret with their certificate under \`spec.tls\`. cert-manager issues and renews certificates by an
annotation; load balancers of clouds take them by annotations of their own, which count here too.`,
  links: [
    { title: 'Ingress: TLS', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls' },
    { title: 'cert-manager: securing Ingress resources', url: 'https://cert-manager.io/docs/usage/ingress/' },
  ],
  bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: internal
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
  good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: internal
  tls:
    - hosts:
        - shop.example.com
      secretName: shop-tls
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
  *check(object) {
    const spec = member(object.root, 'spec');
    const tls = member(spec, 'tls');
    if (spec.state !== 'known' || isEncryptedElsewhere(object) || mayHaveMore(tls)) return;
    if (items(tls).length > 0 || (member(spec, 'rules').state === 'absent' && !hasBackend(object))) return;
    const rules = member(spec, 'rules');
    const hosts = [...new Set(items(rules).flatMap((rule) => stringOf(member(rule, 'host')) ?? []))];
    const name = stringOf(descend(object.root, 'metadata', 'name')) ?? 'web';
    const certificate = { ...(hosts.length > 0 && { hosts }), secretName: blank(`${name}-tls`) };
    yield {
      at: spec,
      message: 'The Ingress serves its hosts over plain HTTP',
      fixes: mayHaveMore(rules)
        ? []
        : [
            {
              title: 'Add TLS with the certificate of a Secret',
              class: 'ask',
              edits: [set(pathOf(tls), [certificate])],
            },
          ],
    };
  },
};

function isEncryptedElsewhere(object: KubernetesObject): boolean {
  if (mayHaveMore(descend(object.root, 'metadata', 'annotations'))) return true;
  if (annotations(object).some(({ name }) => tlsAnnotations.test(name))) return true;
  return tlsClasses.test(stringOf(ingressClass(object)) ?? '');
}

function hasBackend({ root }: KubernetesObject): boolean {
  return ['defaultBackend', 'backend'].some((name) => descend(root, 'spec', name).state !== 'absent');
}
