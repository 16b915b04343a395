import { type MinorVersion, versionName } from '../../manifests/kubernetesVersion';
import { linuxSysctls } from '../../manifests/linuxSysctls';
import { safeSysctls } from '../../rules/baseline/safeSysctls';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** Kernel settings of a pod, the safe ones first. */
export const sysctlValues: ValueSource = (field, { kubernetesVersion }) => {
  if (!isAt(field, 'pod', 'securityContext.sysctls.[].name')) return undefined;
  const offered = linuxSysctls.map(({ name, sets, kernel }) => {
    const since = safeSince(name);
    const isSafe = since !== undefined && since <= kubernetesVersion;
    return { isSafe, name, note: noteOf(since, isSafe), documentation: documentationOf(sets, kernel, isSafe) };
  });
  return offered
    .toSorted((a, b) => Number(b.isSafe) - Number(a.isSafe))
    .map(({ name, note, documentation }): OfferedValue => ({ value: name, note, documentation, is: 'name' }));
};

/** The release from which on a sysctl is on the safe list; undefined for one that isn't on it. */
function safeSince(name: string): MinorVersion | undefined {
  return safeSysctls.find(({ names }) => names.includes(name))?.since;
}

function noteOf(since: MinorVersion | undefined, isSafe: boolean): string {
  if (since === undefined) return 'Not at baseline';
  if (since === 0) return 'Safe';
  return `${isSafe ? 'Safe since' : 'Safe only from'} ${versionName(since)}`;
}

function documentationOf(sets: string, kernel: string | undefined, isSafe: boolean): string {
  const needs = kernel === undefined ? '' : ` Needs Linux ${kernel}.`;
  const refused = isSafe ? '' : '\n\nThe kubelet refuses it unless its administrator has allowed it.';
  return `${sets}.${needs}${refused}`;
}
