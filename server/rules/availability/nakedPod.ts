import { runsToCompletion } from '../../manifests/pods/containerRole';
import { isPartialPod } from '../../manifests/pods/partial';
import { descend, member, members } from '../../yaml/field/field';
import type { Rule } from '../rule';

export const nakedPod: Rule = {
  id: 'naked-pod',
  title: 'Let a workload look after pods',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `A Pod that nobody looks after dies with its node: when the node is drained, breaks or runs out of memory, the pod is
gone and nothing makes a new one. It can't be rolled out or scaled either.`,
  remedy: `Make it the template of a Deployment, StatefulSet or DaemonSet; what ends by itself is a Job. Pods that are meant to end (\`restartPolicy:
Never\` or \`OnFailure\`) are not reported.`,
  links: [
    { title: 'Pods and controllers', url: 'https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers' },
    {
      title: 'Naked pods',
      url: 'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    const { group, kind, root } = pod.object;
    if (group !== '' || kind !== 'Pod' || runsToCompletion(pod) !== false || isPartialPod(pod)) return;
    const metadata = member(root, 'metadata');
    const isOwned = member(metadata, 'ownerReferences').state !== 'absent';
    const isHook = members(descend(metadata, 'annotations')).some(({ name }) =>
      /^helm\.sh\/hook|^argocd\.argoproj\.io\/hook/.test(name),
    );
    if (isOwned || isHook) return;
    yield { at: member(root, 'kind'), message: 'Nothing recreates this pod when its node goes away' };
  },
};
