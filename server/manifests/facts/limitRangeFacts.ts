import { descend, items, mayHaveMore, member, members, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';

/** What other objects' rules ask of a LimitRange: what it writes into containers that say nothing. */
export interface LimitRangeFacts {
  /** The resources that get a request; a default limit is a default request too. Null where a template may write more. */
  readonly requests: readonly string[] | null;
  readonly limits: readonly string[] | null;
}

/**
 * The facts of a LimitRange. A `max` without a `default` is the default, and so is a default without a `defaultRequest`;
 * a `min` is the default request (kubernetes/pkg/apis/core/v1/defaults.go, SetDefaults_LimitRangeItem).
 */
export function limitRangeFacts({ root }: KubernetesObject): LimitRangeFacts {
  const limits = descend(root, 'spec', 'limits');
  const forContainers = items(limits).filter((limit) => stringOf(member(limit, 'type')) === 'Container');
  const mayWriteMore =
    mayHaveMore(limits) ||
    items(limits).some((limit) => member(limit, 'type').state === 'unknown') ||
    forContainers.some((limit) =>
      ['max', 'default', 'defaultRequest', 'min'].some((name) => mayHaveMore(member(limit, name))),
    );
  if (mayWriteMore) return { requests: null, limits: null };
  const named = (...names: readonly string[]) => [
    ...new Set(
      forContainers.flatMap((limit) =>
        names.flatMap((name) => members(member(limit, name)).map((resource) => resource.name)),
      ),
    ),
  ];
  return { requests: named('defaultRequest', 'default', 'min', 'max'), limits: named('default', 'max') };
}
