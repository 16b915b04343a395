import { descend, type Field, isMapping, items, member, placelessMember, stringOf } from '../../yaml/field/field';
import { fieldsAlong } from '../kinds/podPath';
import { type Absence, type PodPlace, type WorkloadKind, workloadKindsNamed } from '../kinds/workloadKinds';
import { named } from '../objects/kindAndName';
import type { KubernetesObject } from '../objects/objects';

/** Which of a pod's three lists a container stands in. */
export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/** A container with the pod that it inherits from. */
export interface Container {
  readonly pod: PodSpec;
  readonly list: ContainerList;
  readonly field: Field;
  /** Undefined where it is missing or empty, or a template writes it. */
  readonly name: string | undefined;
  readonly securityContext: Field;
}

/** The pod of a workload: what every replica of it will be made from. */
export interface PodSpec {
  readonly object: KubernetesObject;
  /** Absent, like all else of a pod, where containers stand without it. */
  readonly metadata: Field;
  readonly spec: Field;
  readonly securityContext: Field;
  /** Init, normal and ephemeral containers, in this order, as Pod Security admission visits them. */
  readonly containers: readonly Container[];
  readonly absence: Absence;
}

const containerLists: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];

interface KnownPods {
  readonly kind: WorkloadKind | undefined;
  readonly pods: readonly PodSpec[];
}

const known = new WeakMap<KubernetesObject, KnownPods>();

/** The pods that an object makes, read once however many ask; none for kinds that make none. */
export function podSpecsOf(object: KubernetesObject, kinds: readonly WorkloadKind[]): readonly PodSpec[] {
  const kind = workloadKindOf(object, kinds);
  const before = known.get(object);
  if (before?.kind === kind && before) return before.pods;
  const places = kind?.pods ?? (object.kind === undefined ? usualPlace(object) : none);
  const pods = places.flatMap((place) => podsAt(object, place, kind?.absence ?? 'known'));
  known.set(object, { kind, pods });
  return pods;
}

const none: readonly PodPlace[] = [];

function workloadKindOf({ kind, group }: KubernetesObject, kinds: readonly WorkloadKind[]): WorkloadKind | undefined {
  const named = kind === undefined ? [] : workloadKindsNamed(kind, kinds);
  return group === undefined ? named[0] : named.find((candidate) => candidate.group === group);
}

/** Where a template decides the kind, the shape tells where the pod is. */
function usualPlace({ root }: KubernetesObject): readonly PodPlace[] {
  return usualPlaces.filter(({ path }) => descend(root, ...path, 'spec', 'containers').state === 'known').slice(0, 1);
}

const usualPlaces: readonly PodPlace[] = [
  { path: ['spec', 'template'], holds: 'pod template' },
  { path: ['spec', 'jobTemplate', 'spec', 'template'], holds: 'pod template' },
  { path: [], holds: 'pod template' },
];

function podsAt(object: KubernetesObject, place: PodPlace, absence: Absence): PodSpec[] {
  const list = place.path.at(-1) === 'initContainers' ? 'initContainers' : 'containers';
  return fieldsAlong(object.root, place.path).flatMap((field): PodSpec[] => {
    switch (place.holds ?? whatStandsAt(field)) {
      case 'pod template': {
        const spec = member(field, 'spec');
        return spec.state === 'known' ? [podOf({ object, metadata: member(field, 'metadata'), spec, absence })] : [];
      }
      case 'pod spec':
        return [podOf({ object, metadata: placelessMember(field, 'metadata'), spec: field, absence, place })];
      case 'list':
        return podsInList(object, field, list, absence);
      case 'container':
        return [podAround(object, field, [{ list, field }])];
      default:
        return [];
    }
  });
}

/** Keys that only a pod spec has, and those that a container has (Kubernetes API reference 1.37). */
const podKeys = [
  ...containerLists,
  'volumes',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'hostUsers',
  'serviceAccountName',
  'automountServiceAccountToken',
  'nodeSelector',
  'tolerations',
  'affinity',
  'runtimeClassName',
];
const containerKeys = ['image', 'command', 'args', 'env', 'envFrom', 'volumeMounts', 'securityContext', 'script'];

function whatStandsAt(field: Field): 'pod template' | 'pod spec' | 'list' | 'container' | undefined {
  if (!isMapping(field)) return items(field).length > 0 ? 'list' : undefined;
  const has = (key: string) => member(field, key).state === 'known';
  if (isMapping(member(field, 'spec'))) return 'pod template';
  if (podKeys.some(has)) return 'pod spec';
  return containerKeys.some(has) ? 'container' : undefined;
}

/** A list of containers belongs to one pod; one of templates or pod specs to as many. */
function podsInList(object: KubernetesObject, list: Field, name: ContainerList, absence: Absence): PodSpec[] {
  const pods: PodSpec[] = [];
  const containers: WrittenContainer[] = [];
  for (const field of items(list)) {
    const metadata = member(field, 'metadata');
    switch (whatStandsAt(field)) {
      case 'pod template':
        pods.push(podOf({ object, metadata, spec: member(field, 'spec'), absence }));
        break;
      case 'pod spec':
        pods.push(podOf({ object, metadata: placelessMember(field, 'metadata'), spec: field, absence }));
        break;
      case 'container':
        containers.push({ list: name, field });
        break;
    }
  }
  return containers.length === 0 ? pods : [...pods, podAround(object, list, containers)];
}

interface WrittenContainer {
  readonly list: ContainerList;
  readonly field: Field;
}

interface WrittenPod {
  readonly object: KubernetesObject;
  readonly metadata: Field;
  readonly spec: Field;
  readonly absence: Absence;
  readonly place?: PodPlace;
}

function podOf({ object, metadata, spec, absence, place }: WrittenPod): PodSpec {
  const written = containerLists.flatMap((list) => items(member(spec, list)).map((field) => ({ list, field })));
  const others = (place?.containers ?? []).flatMap((path) =>
    fieldsAlong(spec, path).flatMap((field) => (isMapping(field) ? [field] : items(field))),
  );
  return withContainers(
    { object, metadata, spec, securityContext: member(spec, place?.podSecurityContext ?? 'securityContext'), absence },
    [...written, ...others.map((field) => ({ list: 'containers' as const, field }))],
  );
}

/** The pod of containers that stand by themselves: nothing else of it can be seen, and nothing else can be edited. */
function podAround(object: KubernetesObject, field: Field, containers: readonly WrittenContainer[]): PodSpec {
  const spec = placelessMember(field, 'spec');
  const securityContext = placelessMember(spec, 'securityContext');
  return withContainers(
    { object, metadata: placelessMember(field, 'metadata'), spec, securityContext, absence: 'filled in' },
    containers,
  );
}

function withContainers(pod: Omit<PodSpec, 'containers'>, written: readonly WrittenContainer[]): PodSpec {
  const containers: Container[] = [];
  const whole: PodSpec = { ...pod, containers };
  for (const { list, field } of written) {
    const name = stringOf(member(field, 'name')) || undefined;
    containers.push({ pod: whole, list, field, name, securityContext: member(field, 'securityContext') });
  }
  return whole;
}

/** `container "web"`, `init container "setup"`: how messages speak of a container. */
export function describeContainer({ list, name }: Container): string {
  return named(nouns[list], name);
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
