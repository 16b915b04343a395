/** The minor number of a Kubernetes version: 37 for 1.37. */
export type MinorVersion = number;

/** The newest version whose rules are known, and the one assumed where nobody says otherwise. */
export const newestVersion: MinorVersion = 37;

/** Reads `1.N`, `v1.N` and `v1.N.P`. Undefined for everything else. */
export function parseVersion(written: string): MinorVersion | undefined {
  const minor = /^v?1\.(\d{1,3})(?:\.\d+)?$/.exec(written.trim())?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** The version as Kubernetes writes it. */
export function versionName(version: MinorVersion): string {
  return `1.${version}`;
}

/** Names that Kubernetes accepts from a version on. */
export interface AcceptedNames {
  readonly since: MinorVersion;
  readonly names: readonly string[];
}

/** The names that are accepted at a version, in the order in which they are listed. */
export function namesAcceptedAt(version: MinorVersion, accepted: readonly AcceptedNames[]): string[] {
  return accepted.flatMap(({ since, names }) => (since <= version ? names : []));
}
