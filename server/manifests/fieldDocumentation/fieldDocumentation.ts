import type { MinorVersion } from '../versions/kubernetesVersion';

/** What a reader wants to know of a field at a glance. Markdown, a sentence or two each. */
export interface FieldDocumentation {
  /** What it does. */
  readonly what: string;
  /** What holds where nothing is written, to follow "Default:". */
  readonly absent?: string;
  /**
   * The release from which on it works without switching a feature gate on: its beta, if that is on by default. Left out
   * for what Kubernetes 1.16 had. Sources: `pkg/features/kube_features.go` of kubernetes/kubernetes 1.35, and for gates that
   * are gone the "stages" of kubernetes/website's pages of feature gates.
   */
  readonly since?: MinorVersion;
  /** What to do with it. */
  readonly practice?: string;
}

/** Documentation by path, relative to what the table is about: keys joined by dots, `*` for the index of an item or any key. */
export type FieldTable = Readonly<Record<string, FieldDocumentation>>;

/** The documentation of the field at a path; undefined for fields that nobody needs to be told about. */
export function documentationAt(table: FieldTable, path: readonly (string | number)[]): FieldDocumentation | undefined {
  const exact = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
  return Object.hasOwn(table, exact) ? table[exact] : undefined;
}
