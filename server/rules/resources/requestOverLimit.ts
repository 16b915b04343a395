import { describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { quantityAt } from '../../manifests/pods/quantity';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import { descend, type Field, member, members, pathOf, scalarOf, textOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { resourcesPage } from '../links';
import type { Fix, Rule } from '../rule';

export const requestOverLimit: Rule = {
  id: 'request-over-limit',
  title: 'Ask for no more than the limit allows',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The API server refuses a container whose request is greater than its limit. In the template of a Deployment it takes the
object and refuses the pods: nothing starts, and the reason stands only in the events of the ReplicaSet.`,
  remedy: `Raise the limit or lower the request. Quantities compare by value: \`1Gi\` is more than \`1000Mi\`, \`0.5\` is
\`500m\`.`,
  links: [resourcesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      resources:
        requests:
          memory: 1Gi
        limits:
          memory: 1000Mi
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      resources:
        requests:
          memory: 1Gi
        limits:
          memory: 1Gi
`,
  looksAt: 'pod spec',
  needs: ['limits'],
  *check(pod, { kubernetesVersion }) {
    for (const { owner, resources } of resourceOwners(pod, kubernetesVersion)) {
      const limits = member(resources, 'limits');
      for (const { name, value } of members(member(resources, 'requests'))) {
        const limit = member(limits, name);
        const [requested, allowed] = [quantityAt(value), quantityAt(limit)];
        if (requested === undefined || allowed === undefined || requested <= allowed) continue;
        yield {
          at: value,
          message: `The ${owner} asks for more ${name} (${textOf(value)}) than its limit allows (${textOf(limit)})`,
          fixes: [equalTo('Raise the limit', limit, value), equalTo('Lower the request', value, limit)].flat(),
        };
      }
    }
  },
};

function resourceOwners(pod: PodSpec, version: MinorVersion): { readonly owner: string; readonly resources: Field }[] {
  // An operator's resource may say of itself what both a pod and its container say.
  const isOwn = pod.containers.every(({ field }) => field.node !== pod.spec.node);
  const owners = version >= 34 && isOwn ? [pod, ...pod.containers] : pod.containers;
  return owners.map((owner) => ({
    owner: describeOwner(owner),
    resources: descend('list' in owner ? owner.field : owner.spec, 'resources'),
  }));
}

function equalTo(title: string, changed: Field, other: Field): Fix[] {
  const scalar = scalarOf(other);
  if (scalar === undefined || scalar.type === 'null') return [];
  return [{ title: `${title} to ${textOf(other)}`, class: 'ask', edits: [set(pathOf(changed), scalar.value)] }];
}
