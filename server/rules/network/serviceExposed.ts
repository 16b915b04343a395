import { annotations } from '../../manifests/network/ingress';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { descend, mayHaveMore, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import { networkGuidance } from '../links';
import type { Fix, Rule } from '../rule';
import { insideOnly } from './insideOnly';

/** Annotations by which clouds give a Service an address of the inner network only. */
const internalAnnotations =
  /(?:-|\/)(?:load-balancer-internal|load-balancer-scheme|load-balancer-type|internal-load-balancer|private)$|azure-load-balancer-internal$/;

export const serviceExposed: Rule = {
  id: 'service-exposed',
  title: 'Expose Services deliberately',
  severity: 'information',
  profile: 'all',
  standards: ['nsa:network-separation'],
  why: `A LoadBalancer usually gets a public address, and a NodePort opens a port on every node: both bypass the Ingress with its TLS,
authentication and logs. Databases and dashboards on the internet mostly got there by one of these two words.`,
  remedy: `Use \`ClusterIP\` and an Ingress or a Gateway in front of it. Where a load balancer is meant, allow only the addresses that may
come (\`loadBalancerSourceRanges\`), or ask the cloud for an internal one.`,
  links: [
    {
      title: 'Service: publishing Services',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    },
    networkGuidance,
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  selector:
    app: web
  ports:
    - port: 443
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ClusterIP
  selector:
    app: web
  ports:
    - port: 443
`,
  looksAt: 'object',
  kinds: ['/Service'],
  *check(object) {
    const type = descend(object.root, 'spec', 'type');
    const ranges = descend(object.root, 'spec', 'loadBalancerSourceRanges');
    const written = stringOf(type);
    if (written === 'NodePort') {
      yield { at: type, message: 'The Service opens a port on every node', fixes: [clusterIp(object)] };
    } else if (written === 'LoadBalancer' && ranges.state === 'absent' && !isInternal(object)) {
      const limit: Fix = {
        title: 'Allow only some addresses to come',
        class: 'ask',
        edits: [set(pathOf(ranges), [blank('10.0.0.0/8')])],
      };
      yield {
        at: type,
        message: 'The Service gets a load balancer that takes connections from everywhere',
        fixes: [clusterIp(object), limit],
      };
    }
  },
};

function isInternal(object: KubernetesObject): boolean {
  if (mayHaveMore(descend(object.root, 'metadata', 'annotations'))) return true;
  return annotations(object).some(({ name }) => internalAnnotations.test(name));
}

function clusterIp({ root }: KubernetesObject): Fix {
  return {
    title: 'Expose it inside of the cluster only (clients outside need an Ingress or a Gateway)',
    class: 'ask',
    edits: insideOnly(root),
  };
}
