import { linuxSysctls } from '../../manifests/linux/linuxSysctls';
import { type MinorVersion, versionName } from '../../manifests/versions/kubernetesVersion';
import { safeSysctls } from '../../rules/baseline/safeSysctls';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** Kernel settings of a pod, the safe ones first. */
export const sysctlValues: ValueSource = (field, { kubernetesVersion }) => {
  if (!isAt(field, 'pod', 'securityContext.sysctls.[].name')) return undefined;
  const offered = linuxSysctls.map(({ name, sets, kernel }) => {
    const since = safeSince(name);
    const isSafe = since !== undefined && since <= kubernetesVersion;
    return { isSafe, name, note: noteOf(since, isSafe), documentation: documentationOf(sets, kernel, since, isSafe) };
  });
  return offered
    .toSorted((a, b) => Number(b.isSafe) - Number(a.isSafe))
    .map(({ name, note, documentation }): OfferedValue => ({ value: name, note, documentation, is: 'name' }));
};

/** The release from which on a sysctl is on the safe list; undefined for one that isn't on it. */
function safeSince(name: string): MinorVersion | undefined {
  return safeSysctls.find(({ names }) => names.includes(name))?.since;
}

/** Short, as the names are long. */
function noteOf(since: MinorVersion | undefined, isSafe: boolean): string {
  if (since === undefined) return 'Unsafe';
  if (since === 0) return 'Safe';
  return `${isSafe ? 'Since' : 'From'} ${versionName(since)}`;
}

function documentationOf(
  sets: string,
  kernel: string | undefined,
  since: MinorVersion | undefined,
  isSafe: boolean,
): string {
  const needs = kernel === undefined ? '' : ` Needs Linux ${kernel}.`;
  const release = since ? `Safe from Kubernetes ${versionName(since)} on. ` : '';
  const refused = isSafe ? '' : 'Not at baseline; the kubelet refuses it unless its administrator has allowed it.';
  return `${sets}.${needs}${release || refused ? '\n\n' : ''}${release}${refused}`.trimEnd();
}
