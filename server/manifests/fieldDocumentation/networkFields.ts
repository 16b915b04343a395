import type { FieldTable } from './fieldDocumentation';

/** The fields of NetworkPolicies. Source of all tables here: Kubernetes API reference 1.37, "Network Policies", "Service", "Ingress", Gateway API 1.4. */
export const networkPolicyFields: FieldTable = {
  'spec.podSelector': { what: 'The pods it is about; `{}` is all of the namespace.' },
  'spec.policyTypes': {
    what: 'Whether it is about `Ingress`, `Egress` or both: what is named here and allowed by no rule is denied.',
    absent: '`Ingress`, and `Egress` where there are egress rules',
  },
  'spec.ingress': { what: 'Who may connect to the pods. `- {}` is everybody.', absent: 'nobody' },
  'spec.egress': {
    what: 'Where the pods may connect to. `- {}` is everywhere.',
    absent: 'nowhere, if the policy is about egress',
  },
  'spec.ingress.*.from': { what: 'Any of these may connect.', absent: 'everybody' },
  'spec.egress.*.to': { what: 'Any of these may be reached.', absent: 'everywhere' },
  'spec.ingress.*.ports': { what: 'The ports that may be reached.', absent: 'all' },
  'spec.egress.*.ports': { what: 'The ports that may be reached.', absent: 'all' },
  'spec.ingress.*.from.*.namespaceSelector': {
    what: 'Pods of the namespaces with these labels; `{}` is all of them.',
    absent: "the policy's own namespace",
  },
  'spec.egress.*.to.*.namespaceSelector': {
    what: 'Pods of the namespaces with these labels; `{}` is all of them.',
    absent: "the policy's own namespace",
  },
  'spec.egress.*.to.*.ipBlock.cidr': {
    what: 'Addresses outside of the cluster.',
    practice: 'Leave out `169.254.169.254`, from which clouds give credentials, with `except`.',
  },
};

/** The fields of Services. */
export const serviceFields: FieldTable = {
  'spec.type': {
    what: '`ClusterIP`: within the cluster. `NodePort`: a port of every node. `LoadBalancer`: an address from outside. `ExternalName`: a DNS alias.',
    absent: '`ClusterIP`',
  },
  'spec.selector': { what: 'The pods that get the traffic.', absent: 'somebody else writes the EndpointSlices' },
  'spec.clusterIP': { what: '`None` makes it headless: DNS answers with the addresses of the pods.' },
  'spec.externalIPs': {
    what: 'Addresses whose traffic the nodes take over, whoever owns them: a way to intercept it.',
    practice: 'Leave it out; it is deprecated since 1.36.',
  },
  'spec.ports.*.targetPort': { what: 'A port of the pods, by number or name.', absent: 'the same as `port`' },
  'spec.externalTrafficPolicy': {
    what: '`Local` keeps the address of the caller, and only nodes with a pod take traffic.',
    absent: '`Cluster`: any node takes it, and the caller’s address is lost',
  },
  'spec.loadBalancerSourceRanges': { what: 'The addresses that may reach the load balancer.', absent: 'everybody' },
  'spec.sessionAffinity': { what: '`ClientIP` sends a caller to the same pod each time.', absent: '`None`' },
  'spec.publishNotReadyAddresses': { what: 'Whether DNS tells of pods that are not ready.', absent: '`false`' },
  'spec.ports.*.port': { what: 'The port of the Service.' },
  'spec.ports.*.nodePort': {
    what: 'The port of every node that leads here.',
    absent: 'one from 30000 to 32767 is chosen',
  },
};

/** The fields of Ingresses. */
export const ingressFields: FieldTable = {
  'spec.tls': { what: 'Hosts that are served with a certificate, and the Secret it is in.', absent: 'plain HTTP' },
  'spec.ingressClassName': {
    what: 'Which controller serves it.',
    absent: 'the default class of the cluster',
    since: 18,
  },
  'spec.rules.*.host': {
    what: 'The host name that is asked for; `*.` at the beginning takes any one label.',
    absent: 'every host',
  },
  'spec.rules.*.http.paths.*.pathType': {
    what: '`Prefix` goes by whole parts of the path, `Exact` by all of it; `ImplementationSpecific` is up to the controller.',
    since: 18,
  },
  'spec.defaultBackend': { what: 'Who gets what no rule is about.', absent: 'the controller answers, mostly with 404' },
};

/** The fields of Gateways. */
export const gatewayFields: FieldTable = {
  'spec.gatewayClassName': { what: 'Which controller serves it.' },
  'spec.listeners.*.protocol': {
    what: '`HTTPS` and `TLS` encrypt; `HTTP` does not.',
    practice: '`HTTPS`, and a plain listener only to redirect to it.',
  },
  'spec.listeners.*.hostname': { what: 'The host names that it is for.', absent: 'all of them' },
  'spec.listeners.*.tls.mode': {
    what: '`Terminate` decrypts here, `Passthrough` leaves that to the backend.',
    absent: '`Terminate`',
  },
  'spec.listeners.*.allowedRoutes.namespaces.from': {
    what: 'Whose routes may attach: those of the `Same` namespace, of `All`, or of a `Selector`.',
    absent: '`Same`',
  },
};
