import type { ObjectFacts } from './facts/objectFacts';
import { type MinorVersion, parseVersion } from './kubernetesVersion';

/** A Pod Security level that a namespace enforces, and as which version of Kubernetes has it. */
export interface EnforcedLevel {
  readonly level: string;
  /** Undefined for the cluster's own. */
  readonly version: MinorVersion | undefined;
}

/** What the labels begin with. */
export const podSecurityPrefix = 'pod-security.kubernetes.io/';

/** What is done about pods that violate a level; each is a label, and with `-version` behind it another. */
export const podSecurityModes = ['enforce', 'warn', 'audit'] as const;

/**
 * The level that a Namespace enforces; undefined where no label says so or a template writes it. The version is `latest`
 * unless a label pins it (kubernetes.io/docs/concepts/security/pod-security-admission/).
 */
export function enforcedLevel({ labels }: ObjectFacts): EnforcedLevel | undefined {
  const level = labels.values[`${podSecurityPrefix}enforce`];
  const version = labels.values[`${podSecurityPrefix}enforce-version`];
  if (!level || version === null) return undefined;
  return { level, version: parseVersion(version ?? '') };
}

/** The Namespace that an object says it is in, if it is among those in reach. */
export function namespaceNamed(name: string, objects: readonly ObjectFacts[]): ObjectFacts | undefined {
  return objects.find((object) => object.group === '' && object.kind === 'Namespace' && object.name === name);
}
