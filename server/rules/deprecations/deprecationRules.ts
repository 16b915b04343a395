import type { Rule } from '../rule';
import { fieldDeprecated } from './fieldDeprecated';
import { volumeSourceRemoved } from './volumeSourceRemoved';

/** What a release of Kubernetes takes away below the level of API versions. */
export const deprecationRules: readonly Rule[] = [volumeSourceRemoved, fieldDeprecated];
