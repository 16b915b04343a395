import { capabilityValues } from './capabilityValues';
import { localNames, objectNames } from './objectNames';
import type { ValueSource } from './offeredValue';
import { podSecurityValues } from './podSecurityValues';
import { profileValues } from './profileValues';
import { roleValues } from './roleValues';
import { simpleValues } from './simpleValues';
import { sysctlValues } from './sysctlValues';
import { systemCallValues } from './systemCallValues';

/** Everything whose values are known; of each field one source speaks. */
export const valueSources: readonly ValueSource[] = [
  capabilityValues,
  profileValues,
  sysctlValues,
  systemCallValues,
  roleValues,
  podSecurityValues,
  objectNames,
  localNames,
  simpleValues,
];
