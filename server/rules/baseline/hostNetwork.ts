import type { PodSpec } from '../../manifests/pods/podSpec';
import { hostProcessFields } from '../../manifests/pods/securityContext';
import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark, hardeningGuidance } from '../links';
import type { Fix, Rule } from '../rule';

export const hostNetwork: Rule = {
  id: 'host-network',
  title: "Keep pods out of the node's network",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostNamespaces'],
  why: `With \`hostNetwork: true\` the pod shares the network of its node: it can listen on any of the node's addresses, read the
traffic of other pods, reach services that trust the loopback address (the kubelet, cloud metadata, node agents), and no
NetworkPolicy applies to it.`,
  remedy: `Remove \`hostNetwork\`. Publish ports through a Service; if a node agent really needs the node's network, run it in a
namespace of its own that nobody else may create pods in. Pods of Windows host processes can't do without it: there,
\`hostProcess\` has to go first.`,
  links: [baselineStandard, hardeningGuidance, cisBenchmark('5.2.5')],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['hostNetwork'],
  *check(pod) {
    const field = member(pod.spec, 'hostNetwork');
    if (booleanOf(field) !== true) return;
    yield { at: field, message: 'The pod uses the network of its node', fixes: hostNetworkRemoval(pod) };
  },
};

/** How any use of the node's network is mended: not where the API server refuses host processes without it. */
export function hostNetworkRemoval(pod: PodSpec): Fix[] {
  if (hostProcessFields(pod).length > 0) return [];
  return [
    {
      title: 'Remove hostNetwork (what reaches the pod at the address of its node will need a Service)',
      class: 'harden',
      edits: [remove(pathOf(member(pod.spec, 'hostNetwork')))],
    },
  ];
}
