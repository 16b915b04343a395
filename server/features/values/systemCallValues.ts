import {
  isRefusedByDefault,
  systemCallNames,
  whatSystemCallDoes,
} from '../../manifests/linuxSystemCalls/linuxSystemCalls';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** The system calls that a profile of the Security Profiles Operator can name. */
export const systemCallValues: ValueSource = (field) =>
  field.kind === 'SeccompProfile' && isAt(field, 'object', 'spec.syscalls.[].names.[]') ? offered : undefined;

const offered: readonly OfferedValue[] = systemCallNames.map((name) => ({
  value: name,
  documentation: `${whatSystemCallDoes(name) ?? ''}.`,
  ...(isRefusedByDefault(name) && { note: 'Not in RuntimeDefault' }),
}));
