/*
 * What /proc says about a process, in words. Sources: proc_pid_status(5), capabilities(7), include/uapi/linux/capability.h
 * of Linux 6.12, apparmor_getcon(2).
 */

import { capabilitiesIn, capabilityNames } from './capabilityMask';

const seccompModes = new Map([
  ['0', '0, disabled: every syscall is allowed'],
  ['1', '1, strict: only read, write, _exit and sigreturn are allowed'],
  ['2', '2, filtered: a seccomp filter decides about each syscall'],
]);

/** Says what the text of /proc/…/status means for security. Undefined when the text is not such a file. */
export function explainedProcessStatus(text: string): string | undefined {
  const seccomp = maskOrNumber(text, 'Seccomp');
  const effective = maskOrNumber(text, 'CapEff');
  if (seccomp === undefined && effective === undefined) return undefined;
  const lines: string[] = [];
  if (seccomp !== undefined) lines.push(`Seccomp mode ${seccompModes.get(seccomp) ?? `${seccomp}, unknown`}.`);
  const newPrivileges = maskOrNumber(text, 'NoNewPrivs');
  if (newPrivileges !== undefined) {
    lines.push(
      newPrivileges === '1'
        ? 'It can gain no new privileges.'
        : 'It may gain new privileges, for instance through a setuid program.',
    );
  }
  if (effective !== undefined) lines.push(`Effective capabilities: ${listOf(effective)}.`);
  const bounding = maskOrNumber(text, 'CapBnd');
  if (bounding !== undefined && bounding !== effective) lines.push(`It may gain: ${listOf(bounding)}.`);
  return lines.join(' ');
}

/** Says what the text of /proc/…/attr/current means. Undefined when the text is not such a file. */
export function explainedAppArmorProfile(text: string): string | undefined {
  const line = text
    .split('\n')
    .map((each) => each.replaceAll('\0', '').trim())
    .find((each) => each !== '');
  if (line === 'unconfined') return 'No AppArmor profile confines the process.';
  const [, profile, mode] = /^(\S+) \((enforce|complain|kill|unconfined|prompt|mixed)\)$/.exec(line ?? '') ?? [];
  if (!profile || !mode) return undefined;
  const meaning =
    mode === 'complain'
      ? 'it is logged what the profile would deny, and nothing is denied'
      : 'what the profile does not allow is denied';
  return `The process runs under the AppArmor profile ${profile} in ${mode} mode${mode === 'enforce' || mode === 'complain' ? `: ${meaning}` : ''}.`;
}

function maskOrNumber(text: string, key: string): string | undefined {
  return new RegExp(`^${key}:\\s*([0-9a-fA-F]+)\\s*$`, 'm').exec(text)?.[1];
}

function listOf(mask: string): string {
  const names = capabilitiesIn(mask);
  if (names.length === 0) return 'none';
  return names.length >= capabilityNames.length ? 'all' : names.join(', ');
}
