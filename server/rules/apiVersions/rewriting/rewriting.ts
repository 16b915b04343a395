import type { KubernetesObject } from '../../../manifests/objects/objects';
import type { ServedApi } from '../../../manifests/versions/apiVersions/servedApi';
import type { Edit } from '../../../yaml/write/edits';
import type { FixClass } from '../../rule';

/** What has to change in an object, beside its `apiVersion`, so that another version of its API reads it alike. */
export interface Rewriting {
  readonly fixClass: Exclude<FixClass, 'harden'>;
  readonly edits: readonly Edit[];
  /** What the user should know of it, in parentheses behind the fix's title. */
  readonly changes?: string;
}

/** How objects of a kind are rewritten; undefined where no edit can be right. */
export type Rewrite = (object: KubernetesObject, to: ServedApi) => Rewriting | undefined;

/** Nothing but the version changes. */
export const sameSchema: Rewriting = { fixClass: 'safe', edits: [] };
