import { usedImages } from '../../manifests/images/images';
import { runsUntrustedCode } from '../../manifests/images/untrustedCodeImages';
import { isPartialPod } from '../../manifests/pods/partial';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { selectingServices } from '../../manifests/relations/selectingServices';
import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const sandboxCandidate: Rule = {
  id: 'sandbox-candidate',
  title: 'Run code that you do not trust in a sandbox',
  severity: 'hint',
  profile: 'all',
  standards: [],
  why: `All ordinary containers of a node share its kernel, and a fault of the kernel is a way out. Where anybody's code runs, or where anybody on
the internet may send requests, such a fault will be tried. gVisor answers system calls with a kernel of its own in between; Kata
Containers give each pod a small virtual machine.`,
  remedy: `Create a RuntimeClass for gVisor (handler \`runsc\`) or Kata Containers, on nodes that have them, and name it in \`runtimeClassName\`.
Programs that lean on unusual system calls or on devices should be tried first; what talks to the disk a lot becomes slower.`,
  links: [
    { title: 'Runtime class', url: 'https://kubernetes.io/docs/concepts/containers/runtime-class/' },
    { title: 'gVisor: Kubernetes quick start', url: 'https://gvisor.dev/docs/user_guide/quick_start/kubernetes/' },
    { title: 'Kata Containers', url: 'https://katacontainers.io/docs/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: runner
spec:
  containers:
    - name: runner
      image: ghcr.io/actions/actions-runner:2.330.0
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: runner
spec:
  runtimeClassName: gvisor
  containers:
    - name: runner
      image: ghcr.io/actions/actions-runner:2.330.0
`,
  looksAt: 'pod spec',
  among: ['/Service'],
  refutedBy: [],
  *checkAmong(pod, { objects }) {
    const field = member(pod.spec, 'runtimeClassName');
    if (field.state !== 'absent' || isPartialPod(pod) || mayBeWindows(pod)) return;
    // A sandbox has no part in the node's network.
    if (booleanOf(member(pod.spec, 'hostNetwork')) === true) return;
    const untrusted = usedImages(pod).find(({ reference }) => runsUntrustedCode(reference.repository ?? ''));
    const [exposed] = selectingServices(pod, objects).filter(
      ({ service }) => service?.type === 'LoadBalancer' || service?.type === 'NodePort',
    );
    if (!untrusted && !exposed) return;
    yield {
      at: untrusted?.field ?? field,
      message: untrusted
        ? `The ${untrusted.user} runs other people's code on the node's own kernel`
        : "The pod answers calls from outside of the cluster on the node's own kernel",
      fixes: [
        {
          title: 'Name a RuntimeClass with a sandbox (the cluster has to have it)',
          class: 'ask',
          edits: [set(pathOf(field), blank('gvisor', 'kata'))],
        },
      ],
      ...(!untrusted && exposed && { related: [{ object: exposed, message: 'The Service that leads there' }] }),
    };
  },
};
