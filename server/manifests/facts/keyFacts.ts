import { descend, type Field, mayHaveMore, member, members, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';

/** What pods may ask of a ConfigMap or Secret. */
export interface KeyFacts {
  readonly names: readonly string[];
  /** True where a template, a kustomization or a controller may add others. */
  readonly mayHaveMore: boolean;
}

/** Words in the names of labels and annotations by which controllers that fill objects in are asked to. */
const filling = /inject|replicat|reflect|copy|mirror|vault|\/(?:sync|bundle)$/i;

/** The facts of a ConfigMap or Secret. */
export function keyFacts({ root, isPatch = false, mayGainKeys = false }: KubernetesObject): KeyFacts {
  const holders = ['data', 'stringData', 'binaryData'].map((name) => member(root, name));
  const names = holders.flatMap((holder) => members(holder).map(({ name }) => name));
  const marks = ['labels', 'annotations'].map((name) => descend(root, 'metadata', name));
  return {
    names,
    mayHaveMore:
      isPatch ||
      mayGainKeys ||
      // Whoever writes one without any key has it filled.
      names.length === 0 ||
      holders.some(mayHaveMore) ||
      stringOf(member(root, 'type')) === 'kubernetes.io/service-account-token' ||
      marks.some(asksForMore),
  };
}

function asksForMore(marks: Field): boolean {
  return mayHaveMore(marks) || members(marks).some(({ name }) => filling.test(name));
}
