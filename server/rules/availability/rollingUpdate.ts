import type { PodSpec } from '../../manifests/pods/podSpec';
import { descend, items, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
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
    const updating = updates[`${group}/${kind}`];
    if (!updating) return;
    const strategy = descend(root, 'spec', updating.strategy);
    const type = member(strategy, 'type');
    const fault = (message: string): Fault => ({
      at: type,
      message,
      fixes: updating.rolling
        ? [
            {
              title: 'Replace pods one after the other',
              class: 'ask',
              edits: [set(pathOf(type), updating.rolling)],
            },
          ]
        : [],
    });
    if (updating.stops && stringOf(type) === updating.stops && !mountsClaim(pod)) {
      yield fault(`Each update of this ${kind} stops all pods before it starts new ones`);
    } else if (updating.waits && stringOf(type) === updating.waits) {
      yield fault(`An update of this ${kind} reaches a pod only when somebody deletes it`);
    }
    const unavailable = descend(strategy, updating.parameters, 'maxUnavailable');
    if (stringOf(unavailable) === '100%') {
      yield { at: unavailable, message: `Each update of this ${kind} may stop all pods at once` };
    }
  },
};

/** How a kind replaces its pods. */
interface Updating {
  /** The field that says how. */
  readonly strategy: string;
  /** What it calls to replace them one after the other; its parameters are in the other field. */
  readonly rolling?: string;
  readonly parameters: string;
  /** What it calls to stop all before. */
  readonly stops?: string;
  /** What it calls to leave them alone. */
  readonly waits?: string;
}

const whileDeleted = {
  strategy: 'updateStrategy',
  rolling: 'RollingUpdate',
  parameters: 'rollingUpdate',
  waits: 'OnDelete',
};

/** By `group/Kind`; a ReplicationController and a ReplicaSet replace nothing by themselves. */
const updates: Readonly<Partial<Record<string, Updating>>> = {
  'apps/Deployment': { strategy: 'strategy', rolling: 'RollingUpdate', parameters: 'rollingUpdate', stops: 'Recreate' },
  'apps/StatefulSet': whileDeleted,
  'apps/DaemonSet': whileDeleted,
  'apps.openshift.io/DeploymentConfig': {
    strategy: 'strategy',
    rolling: 'Rolling',
    parameters: 'rollingParams',
    stops: 'Recreate',
  },
  // Of its two strategies, blue-green keeps the old pods until the new ones are ready.
  'argoproj.io/Rollout': { strategy: 'strategy', parameters: 'canary' },
};

function mountsClaim({ spec }: PodSpec): boolean {
  return items(member(spec, 'volumes')).some((volume) => member(volume, 'persistentVolumeClaim').state !== 'absent');
}
