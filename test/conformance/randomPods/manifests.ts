import { type RandomPod, randomPod } from './pods';
import type { Random, Value } from './random';
import { writtenYaml } from './writtenYaml';

/** A manifest with a random pod, or with one of the workloads that make such pods. */
export function randomManifest(random: Random): string {
  const object = random.pick(objects)(randomPod(random), random);
  return random.chance(0.1) ? `${JSON.stringify(object, null, 2)}\n` : writtenYaml(object, random);
}

type MakeObject = (pod: RandomPod, random: Random) => Value;

const selector = { matchLabels: { app: 'web' } };
const ofObject = { name: 'web', namespace: 'shop' };

function workload(apiVersion: string, kind: string, own: { readonly [key: string]: Value }): MakeObject {
  return (template) => ({ apiVersion, kind, metadata: ofObject, spec: { ...own, template: { ...template } } });
}

function ofJob({ metadata, spec }: RandomPod, random: Random): { readonly [key: string]: Value } {
  return { metadata, spec: { ...spec, restartPolicy: random.pick(['Never', 'OnFailure']) } };
}

const bare: MakeObject = ({ metadata, spec }) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...ofObject, ...metadata },
  spec,
});

const objects: readonly [MakeObject, ...MakeObject[]] = [
  bare,
  bare,
  bare,
  bare,
  bare,
  bare,
  workload('apps/v1', 'Deployment', { selector }),
  workload('apps/v1', 'ReplicaSet', { selector, replicas: 2 }),
  workload('apps/v1', 'StatefulSet', { selector, serviceName: 'web' }),
  workload('apps/v1', 'DaemonSet', { selector }),
  workload('v1', 'ReplicationController', { selector: { app: 'web' } }),
  (pod, random) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: ofObject,
    spec: { template: ofJob(pod, random) },
  }),
  (pod, random) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: ofObject,
    spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: ofJob(pod, random) } } },
  }),
  (pod) => ({ apiVersion: 'v1', kind: 'PodTemplate', metadata: ofObject, template: { ...pod } }),
];
