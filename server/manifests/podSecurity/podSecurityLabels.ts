import { readOnce } from '../../readOnce';
import type { ObjectFacts } from '../facts/objectFacts';
import type { MinorVersion } from '../versions/kubernetesVersion';

/** What the labels begin with. */
export const podSecurityPrefix = 'pod-security.kubernetes.io/';

/** What is done about pods that violate a level; each is a label, and with `-version` behind it another. */
export const podSecurityModes = ['enforce', 'warn', 'audit'] as const;

/** One of the things that a namespace does about pods. */
export type PodSecurityMode = (typeof podSecurityModes)[number];

/** The levels that the labels can name, most permissive first (k8s.io/pod-security-admission, api.ParseLevel). */
export const namedLevels: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** A Pod Security level that a namespace names, and as which version of Kubernetes has it. */
export interface LabelledLevel {
  readonly level: string;
  /** Undefined for the cluster's own. */
  readonly version: MinorVersion | undefined;
}

/** True for what a version label can say (k8s.io/pod-security-admission, api.ParseVersion). */
export function isLabelledVersion(written: string): boolean {
  return written === 'latest' || versionPattern.test(written);
}

const versionPattern = /^v1\.(0|[1-9]\d*)$/;

/**
 * The level that the labels of a Namespace name for what it does; undefined where no label says so, or a template writes
 * it. The version is `latest` unless a label pins it (kubernetes.io/docs/concepts/security/pod-security-admission/).
 */
export function labelledLevel({ labels }: ObjectFacts, mode: PodSecurityMode): LabelledLevel | undefined {
  const written = (label: string) => labels.values[podSecurityPrefix + label];
  // Without a level of its own a namespace warns of what breaks the one that it enforces.
  const isImplied = mode === 'warn' && written('warn') === undefined;
  const level = written(isImplied ? 'enforce' : mode);
  const own = written(`${mode}-version`);
  const version = isImplied && own === undefined ? written('enforce-version') : own;
  if (!level || version === null || !namedLevels.includes(level)) return undefined;
  const minor = versionPattern.exec(version ?? '')?.[1];
  return { level, version: minor === undefined ? undefined : Number(minor) };
}

/** The release whose rules count: admission judges by the newest that it knows where it is asked for one to come. */
export function judgedRelease({ version }: LabelledLevel, cluster: MinorVersion): MinorVersion {
  return Math.min(version ?? cluster, cluster);
}

/** The Namespace that an object says it is in, if it is among those in reach. */
export function namespaceNamed(name: string, objects: readonly ObjectFacts[]): ObjectFacts | undefined {
  return namespacesByName(objects).get(name);
}

const namespacesByName = readOnce((objects: readonly ObjectFacts[]): ReadonlyMap<string, ObjectFacts> => {
  const found = new Map<string, ObjectFacts>();
  for (const object of objects) {
    const { group, kind, name } = object;
    if (group === '' && kind === 'Namespace' && typeof name === 'string' && !found.has(name)) found.set(name, object);
  }
  return found;
});
