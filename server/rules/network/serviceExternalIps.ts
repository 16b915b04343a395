import { descend, items } from '../../yaml/field/field';
import type { Rule } from '../rule';

export const serviceExternalIps: Rule = {
  id: 'service-external-ips',
  title: 'Give Services no external addresses of your own',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Every node sends traffic for an address in \`externalIPs\` to this Service, whoever the address belongs to. With the address of a
DNS server, a package mirror or the API of a cloud, the author of a Service reads and answers what the whole cluster sends
there (CVE-2020-8554). Kubernetes can't mend it; it can only be forbidden.`,
  remedy: `Use a LoadBalancer, on your own machines by MetalLB and its like, or an Ingress or a Gateway. Administrators switch the
admission plugin \`DenyServiceExternalIPs\` on.`,
  links: [
    {
      title: 'Service: external IPs',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
    },
    {
      title: 'CVE-2020-8554: man in the middle using LoadBalancer or ExternalIPs',
      url: 'https://github.com/kubernetes/kubernetes/issues/97076',
    },
    {
      title: 'DenyServiceExternalIPs',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips',
    },
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 443
  externalIPs:
    - 203.0.113.10
`,
  good: `apiVersion: v1
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
  looksAt: 'object',
  kinds: ['/Service'],
  *check({ root }, { kubernetesVersion }) {
    const addresses = descend(root, 'spec', 'externalIPs');
    if (items(addresses).length === 0) return;
    // https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/5707-deprecate-service-externalips; 1.43 is tentative.
    const end = kubernetesVersion < 36 ? '' : '; the field is deprecated since 1.36 and stops working by 1.43';
    yield {
      at: addresses,
      message: `The Service takes over the traffic of the whole cluster to these addresses, whoever they belong to${end}`,
    };
  },
};
