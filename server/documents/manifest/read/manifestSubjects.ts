import { type KubernetesObject, objectsOf } from '../../../manifests/objects/objects';
import { type Container, type PodSpec, podSpecsOf } from '../../../manifests/pods/podSpec';
import type { Tree } from '../../../yaml/read/tree';
import type { ReadingOptions, Subject } from '../../documentKind';

/** What rules look at in a manifest. */
export interface ManifestParts {
  readonly object: KubernetesObject;
  readonly 'pod spec': PodSpec;
  readonly container: Container;
}

/** An object of a document, with the pods that it makes. */
export interface ManifestSubject extends Subject<ManifestParts> {
  readonly object: KubernetesObject;
  readonly pods: readonly PodSpec[];
}

/** The objects of a document. */
export function manifestSubjects(
  tree: Tree,
  {
    workloadKinds,
    isPatch = false,
    mayGainKeys = false,
  }: Pick<ReadingOptions, 'workloadKinds' | 'isPatch' | 'mayGainKeys'>,
): ManifestSubject[] {
  const isChanged = isPatch || mayGainKeys;
  return objectsOf(tree, workloadKinds).map((written) => {
    const object = isChanged ? { ...written, isPatch, mayGainKeys } : written;
    const pods = podSpecsOf(object, workloadKinds);
    const containers = pods.flatMap((pod) => pod.containers);
    return { root: object.root, object, pods, parts: { object: [object], 'pod spec': pods, container: containers } };
  });
}

/** Those subjects that are objects of Kubernetes. */
export function manifestSubjectsAmong(subjects: readonly Subject<ManifestParts>[]): ManifestSubject[] {
  return subjects.filter(isManifestSubject);
}

function isManifestSubject(subject: Subject<ManifestParts>): subject is ManifestSubject {
  return 'object' in subject && 'pods' in subject;
}
