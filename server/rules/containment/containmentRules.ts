import type { Rule } from '../rule';
import { appArmorLocalhostName } from './appArmorLocalhostName';
import { privilegeEscalationConflict } from './privilegeEscalationConflict';
import { readOnlyRootFilesystem } from './readOnlyRootFilesystem';
import { seccompLocalhostPath } from './seccompLocalhostPath';
import { securityContextMisplaced } from './securityContextMisplaced';
import { unknownCapability } from './unknownCapability';

/** How well a container is kept to itself, beyond what the Pod Security Standards ask for. */
export const containmentRules: readonly Rule[] = [
  readOnlyRootFilesystem,
  securityContextMisplaced,
  privilegeEscalationConflict,
  unknownCapability,
  seccompLocalhostPath,
  appArmorLocalhostName,
];
