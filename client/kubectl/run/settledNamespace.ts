import type { KubectlHelper } from '../catalogue/helper';
import type { NamespacesOfText } from '../manifest/manifestAtCursor';

/** Whether a file settles the namespace. */
export type SettledNamespace =
  | { readonly kind: 'settled'; readonly namespace: string | null | undefined }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The namespace that the file settles, since kubectl refuses another: its only one; null where each object names its
 * own; undefined where it is to be asked for.
 */
export function settledNamespace(helper: KubectlHelper, namespaces: NamespacesOfText | undefined): SettledNamespace {
  const { named, someNameNone } = namespaces ?? { named: [], someNameNone: true };
  if (helper.scope !== 'namespace' || named.length === 0) return { kind: 'settled', namespace: undefined };
  if (named.length === 1) return { kind: 'settled', namespace: named[0] };
  if (!someNameNone) return { kind: 'settled', namespace: null };
  return {
    kind: 'refused',
    reason: `The file goes to several namespaces (${named.join(', ')}), and some of its objects name none. Give each a namespace, so that none lands where you don't expect it.`,
  };
}
