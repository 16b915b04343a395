import { describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { hostProcessFields } from '../../manifests/pods/securityContext';
import { booleanOf, type Field, member, pathOf } from '../../yaml/field/field';
import { type Edit, remove, set } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark } from '../links';
import type { Fix, Rule } from '../rule';

export const hostProcess: Rule = {
  id: 'host-process',
  title: 'Keep Windows containers from running on the node itself',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:windowsHostProcess'],
  why: `A Windows container with \`hostProcess: true\` is no container at all: its processes run on the node, as the user that
\`runAsUserName\` names, often SYSTEM. Whoever breaks into it owns the node with all pods on it.`,
  remedy: `Remove \`hostProcess\` from the whole pod: Kubernetes takes either all containers of a pod as host processes or none.
Remove \`hostNetwork\` with it, which no other pod on Windows needs, and a \`runAsUserName\` that only the node knows. Node agents
that have to be host processes belong in a namespace of their own.`,
  links: [
    {
      title: 'Create a Windows HostProcess Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
    },
    baselineStandard,
    cisBenchmark('5.2.11'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  securityContext:
    windowsOptions:
      hostProcess: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['hostProcess'],
  *check(pod) {
    const found = hostProcessFields(pod);
    const all = found.map(({ field }) => field);
    for (const { owner, field } of found) {
      yield {
        at: field,
        message: `The ${describeOwner(owner)} runs as a process of its Windows node`,
        fixes: [
          wholePod(pod, all, 'Remove hostProcess', (field) => remove(pathOf(field))),
          wholePod(pod, all, 'Set hostProcess to false', (field) => set(pathOf(field), false)),
        ],
      };
    }
  },
};

/** Kubernetes wants all containers of a pod to be host processes or none, and host processes to use the node's network. */
function wholePod(pod: PodSpec, hostProcesses: readonly Field[], what: string, edit: (field: Field) => Edit): Fix {
  const network = member(pod.spec, 'hostNetwork');
  const usesNetwork = booleanOf(network) === true;
  return {
    title: `${what} in the whole pod${usesNetwork ? ' and remove hostNetwork' : ''} (it loses its access to the node)`,
    class: 'ask',
    edits: [...hostProcesses.map(edit), ...(usesNetwork ? [remove(pathOf(network))] : [])],
  };
}
