import type { Rule } from '../rule';
import { appArmorAnnotation } from './appArmorAnnotation';
import { appArmorLocalhostName } from './appArmorLocalhostName';
import { appArmorMissing } from './appArmorMissing';
import { hostUsers } from './hostUsers';
import { lowGroupId } from './lowGroupId';
import { lowUserId } from './lowUserId';
import { memoryEmptyDirUnlimited } from './memoryEmptyDirUnlimited';
import { privilegeEscalationConflict } from './privilegeEscalationConflict';
import { readOnlyRootFilesystem } from './readOnlyRootFilesystem';
import { seccompAnnotation } from './seccompAnnotation';
import { seccompLocalhostPath } from './seccompLocalhostPath';
import { securityContextMisplaced } from './securityContextMisplaced';
import { sharedProcessNamespace } from './sharedProcessNamespace';
import { unknownCapability } from './unknownCapability';

/** How well a container is kept to itself, beyond what the Pod Security Standards ask for. */
export const containmentRules: readonly Rule[] = [
  readOnlyRootFilesystem,
  securityContextMisplaced,
  privilegeEscalationConflict,
  unknownCapability,
  seccompLocalhostPath,
  appArmorLocalhostName,
  seccompAnnotation,
  appArmorAnnotation,
  appArmorMissing,
  lowUserId,
  lowGroupId,
  sharedProcessNamespace,
  hostUsers,
  memoryEmptyDirUnlimited,
];
