import type { ObjectFacts } from '../../manifests/facts/objectFacts';

/** What rules call the kinds that make pods. */
const workloads = 'workloads';

/** Kinds without a namespace that rules ask about, by what makes sense of them beside objects of other folders. */
const clusterKinds: ReadonlySet<string> = new Set([
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
]);

/** The kinds under which an object is found; `?` stands for what a template writes. */
export function kindsOf({ group, kind, pod }: ObjectFacts): string[] {
  const own = kind === null ? '?' : `${group ?? '?'}/${kind}`;
  return pod ? [own, workloads] : [own];
}

/** The kinds under which an object stands that may be of some kinds that a rule asks about. */
export function kindsToLookUnder(asked: readonly string[]): readonly string[] {
  let kinds = lookedUnder.get(asked);
  if (!kinds) {
    kinds = [...new Set([...asked, ...asked.map((kind) => `?/${kind.slice(kind.indexOf('/') + 1)}`), '?'])];
    lookedUnder.set(asked, kinds);
  }
  return kinds;
}

const lookedUnder = new WeakMap<readonly string[], readonly string[]>();

/** True for a kind whose objects stand in no namespace. */
export function isOfCluster(kind: string): boolean {
  return clusterKinds.has(kind);
}

/** True for an object that stands in no namespace. */
export function isClusterObject({ group, kind }: ObjectFacts): boolean {
  return kind === 'Namespace' || clusterKinds.has(`${group ?? ''}/${kind ?? ''}`);
}
