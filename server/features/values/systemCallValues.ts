import {
  isRefusedByDefault,
  systemCallNames,
  whatSystemCallDoes,
} from '../../manifests/linux/systemCalls/linuxSystemCalls';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** System calls and what becomes of them, in profiles of the Security Profiles Operator. */
export const systemCallValues: ValueSource = (field) => {
  if (field.kind !== 'SeccompProfile') return undefined;
  if (isAt(field, 'object', 'spec.syscalls.[].names.[]')) return calls;
  return isAt(field, 'object', 'spec.defaultAction', 'spec.syscalls.[].action') ? actions : undefined;
};

/** Every system call. */
export const calls: readonly OfferedValue[] = systemCallNames.map((name) => ({
  value: name,
  documentation: `${whatSystemCallDoes(name) ?? ''}.`,
  ...(isRefusedByDefault(name) && { note: 'Not in RuntimeDefault' }),
}));

/** What becomes of system calls. Source: seccomp(2) of man-pages 6.03 and the OCI runtime specification 1.2, "Seccomp". */
export const actions: readonly OfferedValue[] = [
  { value: 'SCMP_ACT_ALLOW', documentation: 'The call is made.', is: 'choice' },
  {
    value: 'SCMP_ACT_ERRNO',
    note: 'Refuses',
    documentation: 'The call fails with the error `errnoRet`, or with EPERM.',
    is: 'choice',
  },
  {
    value: 'SCMP_ACT_LOG',
    note: 'To learn',
    documentation: 'The call is made, and noted in the log of the node.',
    is: 'choice',
  },
  { value: 'SCMP_ACT_KILL_PROCESS', documentation: 'The whole process is killed.', is: 'choice' },
  {
    value: 'SCMP_ACT_KILL_THREAD',
    documentation: 'The thread is killed; the rest goes on, often broken.',
    is: 'choice',
  },
  { value: 'SCMP_ACT_TRAP', documentation: 'The process gets the signal SIGSYS.', is: 'choice' },
  {
    value: 'SCMP_ACT_TRACE',
    documentation: 'Whoever traces the process decides; without one the call fails.',
    is: 'choice',
  },
  { value: 'SCMP_ACT_NOTIFY', documentation: 'A program that listens decides.', is: 'choice' },
];
