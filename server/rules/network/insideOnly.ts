import { descend, type Field, items, member, pathOf } from '../../yaml/field/field';
import { type Edit, remove, set } from '../../yaml/write/edits';

/** What a Service may only say if it is a load balancer or opens a port on every node (Kubernetes 1.37, ValidateService). */
const outsideFields = [
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
] as const;

const sourceRangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Makes a Service one that is reached inside of the cluster only: what goes with its type goes along. */
export function insideOnly(root: Field): Edit[] {
  const spec = member(root, 'spec');
  const leftovers = [
    ...outsideFields.map((name) => member(spec, name)),
    // Addresses of its own keep a Service reachable from outside, whatever its type.
    ...(member(spec, 'externalIPs').state === 'absent' ? [member(spec, 'externalTrafficPolicy')] : []),
    ...items(member(spec, 'ports')).map((port) => member(port, 'nodePort')),
    descend(root, 'metadata', 'annotations', sourceRangesAnnotation),
  ];
  const written = leftovers.filter(({ state, key }) => state !== 'absent' || key !== undefined);
  return [set([...pathOf(spec), 'type'], 'ClusterIP'), ...written.map((field) => remove(pathOf(field)))];
}
