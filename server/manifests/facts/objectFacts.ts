import { descend, rangeOf } from '../../yaml/field';
import type { OffsetRange } from '../../yaml/lines';
import type { KubernetesObject } from '../objects';
import type { PodSpec } from '../podSpec';
import { type LabelFacts, labelFacts } from './labelFacts';
import { type PodFacts, podFacts } from './podFacts';
import { type Stated, statedString } from './stated';

/**
 * What rules may ask of an object that isn't at hand: plain data, kept when its tree is long gone. Members for one kind
 * alone are missing on all others.
 */
export interface ObjectFacts {
  /** Empty for the core group, null where a template writes it; likewise the next two. */
  readonly group: string | null;
  readonly version: string | null;
  readonly kind: string | null;
  readonly name: Stated<string>;
  readonly namespace: Stated<string>;
  readonly labels: LabelFacts;
  /** Where to point a reader: the object's name. UTF-16 offsets from its document's start. */
  readonly range: OffsetRange;
  readonly pod?: PodFacts;
}

/** The facts of an object. */
export function objectFacts(object: KubernetesObject, pod: PodSpec | undefined): ObjectFacts {
  const { root, group = null, version = null, kind = null } = object;
  const name = descend(root, 'metadata', 'name');
  return {
    group,
    version,
    kind,
    name: statedString(name),
    namespace: statedString(descend(root, 'metadata', 'namespace')),
    labels: labelFacts(descend(root, 'metadata', 'labels')),
    range: rangeOf(name),
    ...(pod && { pod: podFacts(pod) }),
  };
}
