import type { Rule } from '../rule';
import { unknownRule } from './unknownRule';
import { unusedIgnore } from './unusedIgnore';

/** The rules about silences themselves. */
export const silenceRules: readonly Rule[] = [unusedIgnore, unknownRule];
