import type { Rule } from '../rule';
import { apiDeprecated } from './apiDeprecated';
import { apiOffByDefault } from './apiOffByDefault';
import { apiRemoved } from './apiRemoved';
import { podSecurityPolicyGone } from './podSecurityPolicyGone';
import { unknownKindVersion } from './unknownKindVersion';

/** Whether the API server of the configured version knows what a manifest asks it for. */
export const apiVersionsRules: readonly Rule[] = [
  apiRemoved,
  apiDeprecated,
  apiOffByDefault,
  podSecurityPolicyGone,
  unknownKindVersion,
];
