import type { PodSpec } from '../../manifests/podSpec';
import { set } from '../../yaml/edits';
import { descend, items, member, pathOf, stringOf } from '../../yaml/field';
import type { Fault, Rule } from '../rule';

export const rollingUpdate: Rule = {
  id: 'rolling-update',
  title: 'Replace pods one after the other',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `With \`Recreate\`, or \`maxUnavailable: 100%\`, every update first stops all pods and then starts new ones: an outage
each time, and a long one if the new version doesn't start. With \`OnDelete\` an update reaches a pod only when somebody deletes
it, so a security fix may never arrive.`,
  remedy: `Use \`RollingUpdate\` with a readiness probe. \`Recreate\` is right for a program that must not run twice, such as
one with a volume that only one pod can mount: the rule is silent where a pod mounts a PersistentVolumeClaim.`,
  links: [
    {
      title: 'Deployments: strategy',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    },
  ],
  bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy:
    type: Recreate
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
  good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy:
    type: RollingUpdate
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
  needs: ['strategy', 'updateStrategy'],
  *check(pod) {
    const { group, kind, root } = pod.object;
    if (group !== 'apps') return;
    const strategy = descend(root, 'spec', kind === 'Deployment' ? 'strategy' : 'updateStrategy');
    const type = member(strategy, 'type');
    const edits = [set(pathOf(type), 'RollingUpdate')];
    const fault = (message: string): Fault => ({
      at: type,
      message,
      fixes: [{ title: 'Replace pods one after the other', class: 'ask', edits }],
    });
    if (kind === 'Deployment' && stringOf(type) === 'Recreate' && !mountsClaim(pod)) {
      yield fault('Each update of this Deployment stops all pods before it starts new ones');
    } else if ((kind === 'StatefulSet' || kind === 'DaemonSet') && stringOf(type) === 'OnDelete') {
      yield fault(`An update of this ${kind} reaches a pod only when somebody deletes it`);
    }
    const unavailable = descend(strategy, 'rollingUpdate', 'maxUnavailable');
    if (stringOf(unavailable) === '100%') {
      yield { at: unavailable, message: `Each update of this ${kind} may stop all pods at once` };
    }
  },
};

function mountsClaim({ spec }: PodSpec): boolean {
  return items(member(spec, 'volumes')).some((volume) => member(volume, 'persistentVolumeClaim').state !== 'absent');
}
