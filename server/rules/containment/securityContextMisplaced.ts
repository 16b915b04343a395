import { describeContainer, type PodSpec } from '../../manifests/pods/podSpec';
import { containerOnlyFields, podOnlyFields } from '../../manifests/pods/securityContext';
import { type Field, member, pathOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { plainValueOf } from '../../yaml/write/plainValue';
import type { Fault, Fix, Rule } from '../rule';

export const securityContextMisplaced: Rule = {
  id: 'security-context-misplaced',
  title: 'Put each security setting where Kubernetes reads it',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `A pod and its containers have a \`securityContext\` each, with different fields. In the wrong one a field protects nothing: the
API server refuses it as unknown, or, where validation was switched off, drops it without a word, and the container runs with all
its capabilities and a writable root file system while the manifest says otherwise.`,
  remedy: `\`privileged\`, \`allowPrivilegeEscalation\`, \`capabilities\`, \`readOnlyRootFilesystem\` and \`procMount\` belong to each container;
\`fsGroup\`, \`supplementalGroups\` and \`sysctls\` to the pod. Moving a field makes it effective for the first time: try it before you
rely on it.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    {
      title: 'Security context in the API reference',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    readOnlyRootFilesystem: true
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
      securityContext:
        readOnlyRootFilesystem: true
`,
  looksAt: 'pod spec',
  needs: ['securityContext'],
  *check(pod) {
    for (const name of containerOnlyFields) {
      const field = member(pod.securityContext, name);
      if (field.key === undefined) continue;
      yield {
        at: keyOf(field),
        message: `The field ${name} has no effect on a pod: it belongs to the securityContext of each container`,
        fixes: moves(field, toContainers(pod, name), 'every container that has none'),
      };
    }
    yield* podFieldsOfContainers(pod);
  },
};

function* podFieldsOfContainers(pod: PodSpec): Iterable<Fault> {
  for (const container of pod.containers) {
    for (const name of podOnlyFields) {
      const field = member(container.securityContext, name);
      if (field.key === undefined) continue;
      const ofPod = member(pod.securityContext, name);
      yield {
        at: keyOf(field),
        message: `The field ${name} has no effect on the ${describeContainer(container)}: it belongs to the securityContext of the pod`,
        fixes: moves(field, ofPod.state === 'absent' && mayHold(pod) ? [ofPod] : [], 'the pod'),
      };
    }
  }
}

/** Whether a field may be written into a pod's security context: what an operator reads may have none. */
function mayHold({ securityContext, absence }: PodSpec): boolean {
  return !securityContext.isShared && (absence !== 'filled in' || securityContext.state === 'known');
}

/** Where a container has a value of its own, that one stays. */
function toContainers(pod: PodSpec, name: string): Field[] {
  return pod.containers
    .map((container) => member(container.securityContext, name))
    .filter((field) => field.state === 'absent' && !field.isShared);
}

function moves(field: Field, targets: readonly Field[], whither: string): Fix[] {
  const value = plainValueOf(field);
  if (targets.length === 0 || value === undefined) {
    return [{ title: 'Remove the field, which has no effect here', class: 'ask', edits: [remove(pathOf(field))] }];
  }
  return [
    {
      title: `Move the field to ${whither}, where it takes effect`,
      class: 'ask',
      edits: [remove(pathOf(field)), ...targets.map((target) => set(pathOf(target), value))],
    },
  ];
}

/** The name is what is wrong, not the value. */
function keyOf(field: Field): Field {
  return { ...field, node: undefined };
}
