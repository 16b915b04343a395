import type { Rule } from '../rule';
import { kustomizeSecretLiteral } from './kustomizeSecretLiteral';
import { referenceMissing } from './referenceMissing';
import { secretAsEnv } from './secretAsEnv';
import { secretInArgs } from './secretInArgs';
import { secretInConfigMap } from './secretInConfigMap';
import { secretInEnv } from './secretInEnv';
import { secretInHelmValues } from './secretInHelmValues';
import { secretInManifest } from './secretInManifest';
import { serviceAccountTokenSecret } from './serviceAccountTokenSecret';

/** Passwords, keys and tokens: where they must not stand, and how they reach a container. */
export const secretsRules: readonly Rule[] = [
  secretInEnv,
  secretInArgs,
  secretInConfigMap,
  secretInManifest,
  secretInHelmValues,
  secretAsEnv,
  referenceMissing,
  serviceAccountTokenSecret,
  kustomizeSecretLiteral,
];
