import { annotations, ingressClass, ingressKinds } from '../../manifests/network/ingress';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { type Field, member, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';

const annotationPrefix = 'nginx.ingress.kubernetes.io/';
const controller = 'k8s.io/ingress-nginx';

export const ingressNginxRetired: Rule = {
  id: 'ingress-nginx-retired',
  title: 'Move off the retired ingress-nginx controller',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `The Kubernetes project retired its ingress-nginx controller in March 2026: no releases, and no fix for the next vulnerability in a proxy
that faces the internet and may read Secrets across the cluster. In 2025 one of them (CVE-2025-1974) let anybody on the pod network run code in it.`,
  remedy: `Move to the Gateway API or to another Ingress controller, and translate the annotations: other controllers ignore
\`nginx.ingress.kubernetes.io/*\`, those that restrict access included. F5's NGINX Ingress Controller is another program and goes on;
where the class \`nginx\` is its, silence this rule.`,
  links: [
    {
      title: 'Ingress NGINX retirement: what you need to know',
      url: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    },
    {
      title: 'Gateway API: migrating from Ingress',
      url: 'https://gateway-api.sigs.k8s.io/guides/migrating-from-ingress/',
    },
  ],
  bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "true"
spec:
  tls:
    - secretName: web-tls
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
  ingressClassName: traefik
  tls:
    - secretName: web-tls
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
  looksAt: 'object',
  kinds: [...ingressKinds, 'networking.k8s.io/IngressClass'],
  *check(object) {
    const at = object.kind === 'IngressClass' ? controllerOf(object) : classOrAnnotation(object);
    if (!at) return;
    yield { at, message: 'This is for ingress-nginx, which has had no security fixes since March 2026' };
  },
};

function controllerOf({ root }: KubernetesObject): Field | undefined {
  const field = member(member(root, 'spec'), 'controller');
  return stringOf(field) === controller ? field : undefined;
}

/** What shows an Ingress to be for the retired controller. F5's controller has the same class and other annotations. */
function classOrAnnotation(object: KubernetesObject): Field | undefined {
  const names = annotations(object);
  if (names.some(({ name }) => name.startsWith('nginx.org/') || name.startsWith('nginx.com/'))) return undefined;
  const named = ingressClass(object);
  const className = stringOf(named);
  if (className === 'nginx') return named;
  const found = names.find(({ name }) => name.startsWith(annotationPrefix))?.value;
  // Another class: the annotations are left over, and nobody reads them.
  return className === undefined && found ? { ...found, node: found.key } : undefined;
}
