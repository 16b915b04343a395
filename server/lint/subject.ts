import { type KubernetesObject, objectsOf } from '../manifests/objects/objects';
import { type PodSpec, podSpecsOf } from '../manifests/pods/podSpec';
import type { Tree } from '../yaml/read/tree';
import type { LintOptions } from './lintOptions';

/** An object of a document, with the pods that it makes. */
export interface Subject {
  readonly object: KubernetesObject;
  readonly pods: readonly PodSpec[];
}

/** The objects of a document. */
export function subjectsIn(
  tree: Tree,
  { workloadKinds, isPatch = false, mayGainKeys = false }: LintOptions,
): Subject[] {
  const isChanged = isPatch || mayGainKeys;
  return objectsOf(tree, workloadKinds).map((written) => {
    const object = isChanged ? { ...written, isPatch, mayGainKeys } : written;
    return { object, pods: podSpecsOf(object, workloadKinds) };
  });
}
