import { descend } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedString } from '../objects/stated';

/** What an object is called, and where. */
export interface ObjectIdentity {
  /** Empty for the core group, null where a template writes it; likewise the next two. */
  readonly group: string | null;
  readonly version: string | null;
  readonly kind: string | null;
  readonly name: Stated<string>;
  readonly namespace: Stated<string>;
}

/** What an object is called, and where. */
export function identityOf({ root, group, version, kind }: KubernetesObject): ObjectIdentity {
  return {
    group: group ?? null,
    version: version ?? null,
    kind: kind ?? null,
    name: statedString(descend(root, 'metadata', 'name')),
    namespace: statedString(descend(root, 'metadata', 'namespace')),
  };
}
