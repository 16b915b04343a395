import type { BindingSubject } from '../../manifests/facts/bindingFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';

/** The names that an object has and binds; undefined where it may be any. */
export function namesIn({ name, binding }: ObjectFacts): readonly string[] | undefined {
  if (name === null || binding?.mayHaveMore) return undefined;
  const names = name === undefined ? [] : [name];
  for (const subject of binding?.subjects ?? []) {
    if (subject.name === null || mayStandForOthers(subject)) return undefined;
    if (subject.name !== undefined) names.push(subject.name);
  }
  return names;
}

/** A group holds accounts of any name (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects). */
function mayStandForOthers({ kind }: BindingSubject): boolean {
  return kind === null || kind === 'Group';
}
