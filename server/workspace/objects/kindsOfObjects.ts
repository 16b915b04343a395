import type { ObjectFacts } from '../../manifests/facts/objectFacts';

/** Kinds without a namespace that rules ask about, by what makes sense of them beside objects of other folders. */
const clusterKinds: ReadonlySet<string> = new Set([
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
]);

/** True for a kind whose objects stand in no namespace. */
export function isOfCluster(kind: string): boolean {
  return clusterKinds.has(kind);
}

/** True for an object that stands in no namespace. */
export function isClusterObject({ group, kind }: ObjectFacts): boolean {
  return kind === 'Namespace' || clusterKinds.has(`${group ?? ''}/${kind ?? ''}`);
}
