import { compareBytes } from './bytes';
import { Fault } from './fault';

/** A version as Masterminds/semver 3.4 reads it. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: string;
  readonly metadata: string;
  readonly original: string;
}

const loose =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?$/;

/** Reads a version, also a short one; throws a fault if it is none. */
export function parseVersion(original: string): Version {
  const match = loose.exec(original);
  if (!match) throw new Fault('invalid semantic version');
  const [, major = '0', minor = '0', patch = '0', prerelease = '', metadata = ''] = match;
  for (const number of [major, minor, patch]) {
    if (BigInt(number) >= 2n ** 64n) {
      throw new Fault(`error parsing version segment: strconv.ParseUint: parsing "${number}": value out of range`);
    }
  }
  for (const part of prerelease === '' ? [] : prerelease.split('.')) {
    if (/^0\d+$/.test(part)) throw new Fault('version segment starts with 0');
  }
  return { major: BigInt(major), minor: BigInt(minor), patch: BigInt(patch), prerelease, metadata, original };
}

/** A version as it is written in full. */
export function versionText({ major, minor, patch, prerelease, metadata }: Version): string {
  return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;
}

/** Which of two versions comes first. */
export function compareVersions(one: Version, other: Version): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (one[part] !== other[part]) return one[part] < other[part] ? -1 : 1;
  }
  if (one.prerelease === other.prerelease) return 0;
  if (one.prerelease === '') return 1;
  return other.prerelease === '' ? -1 : comparePrereleases(one.prerelease, other.prerelease);
}

/** Which of two prereleases comes first. */
export function comparePrereleases(one: string, other: string): number {
  const [first, second] = [one.split('.'), other.split('.')];
  for (let place = 0; place < Math.max(first.length, second.length); place++) {
    const result = comparePart(first[place] ?? '', second[place] ?? '');
    if (result !== 0) return result;
  }
  return 0;
}

function comparePart(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '') return -1;
  if (other === '') return 1;
  const [first, second] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (!first && !second) return compareBytes(one, other) > 0 ? 1 : -1;
  if (first !== second) return first ? -1 : 1;
  return BigInt(one) > BigInt(other) ? 1 : -1;
}
