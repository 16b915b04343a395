import { descend, type Field, items, member, stringOf } from '../yaml/field';
import type { KubernetesObject } from './objects';
import type { WorkloadKind } from './workloadKinds';

/** Which of a pod's three lists a container stands in. */
export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/** A container with the pod that it inherits from. */
export interface Container {
  readonly pod: PodSpec;
  readonly list: ContainerList;
  readonly field: Field;
  /** Undefined where it is missing or a template writes it. */
  readonly name: string | undefined;
  readonly securityContext: Field;
}

/** The pod of a workload: what every replica of it will be made from. */
export interface PodSpec {
  readonly object: KubernetesObject;
  readonly metadata: Field;
  readonly spec: Field;
  readonly securityContext: Field;
  /** Init, normal and ephemeral containers, in this order, as Pod Security admission visits them. */
  readonly containers: readonly Container[];
}

const containerLists: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];

const known = new WeakMap<KubernetesObject, { readonly path: readonly string[]; readonly pod: PodSpec | undefined }>();

/** The pod spec of an object, read once however many ask; undefined for kinds that have none. */
export function podSpecOf(object: KubernetesObject, kinds: readonly WorkloadKind[]): PodSpec | undefined {
  const path = templatePath(object, kinds);
  if (!path) return undefined;
  const before = known.get(object);
  if (before?.path === path) return before.pod;
  const pod = podAt(object, path);
  known.set(object, { path, pod });
  return pod;
}

function podAt(object: KubernetesObject, path: readonly string[]): PodSpec | undefined {
  const template = descend(object.root, ...path);
  const spec = member(template, 'spec');
  if (spec.state !== 'known') return undefined;
  const containers: Container[] = [];
  const pod: PodSpec = {
    object,
    metadata: member(template, 'metadata'),
    spec,
    securityContext: member(spec, 'securityContext'),
    containers,
  };
  for (const list of containerLists) {
    for (const field of items(member(spec, list))) {
      containers.push({
        pod,
        list,
        field,
        name: stringOf(member(field, 'name')),
        securityContext: member(field, 'securityContext'),
      });
    }
  }
  return pod;
}

function templatePath(object: KubernetesObject, kinds: readonly WorkloadKind[]): readonly string[] | undefined {
  const { kind, group, root } = object;
  if (kind !== undefined) {
    return kinds.find((known) => known.kind === kind && (group === undefined || known.group === group))?.templatePath;
  }
  // A template decides the kind: the shape tells where the pod is.
  return usualPaths.find((path) => descend(root, ...path, 'spec', 'containers').state === 'known');
}

const usualPaths = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], []];

/** `container "web"`, `init container "setup"`: how messages speak of a container. */
export function describeContainer({ list, name }: Container): string {
  return name === undefined ? nouns[list] : `${nouns[list]} "${name}"`;
}

const nouns: Readonly<Record<ContainerList, string>> = {
  initContainers: 'init container',
  containers: 'container',
  ephemeralContainers: 'ephemeral container',
};

/** `pod`, `container "web"`: how messages speak of whoever has a security context. */
export function describeOwner(owner: PodSpec | Container): string {
  return 'list' in owner ? describeContainer(owner) : 'pod';
}
