import type { Rule } from '../rule';
import { capabilitiesNotDropped } from './capabilitiesNotDropped';
import { privilegeEscalation } from './privilegeEscalation';
import { restrictedCapability } from './restrictedCapability';
import { restrictedProcMount } from './restrictedProcMount';
import { restrictedVolumeType } from './restrictedVolumeType';
import { runAsNonRoot } from './runAsNonRoot';
import { runAsRootUser } from './runAsRootUser';
import { seccompProfileMissing } from './seccompProfileMissing';
import { windowsOsName } from './windowsOsName';

/** What the Pod Security Standards' restricted level asks for beyond the baseline level. */
export const restrictedRules: readonly Rule[] = [
  restrictedVolumeType,
  privilegeEscalation,
  runAsNonRoot,
  runAsRootUser,
  seccompProfileMissing,
  capabilitiesNotDropped,
  restrictedCapability,
  restrictedProcMount,
  windowsOsName,
];
