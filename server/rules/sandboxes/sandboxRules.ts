import type { Rule } from '../rule';
import { runtimeClassUnknown } from './runtimeClassUnknown';
import { sandboxCandidate } from './sandboxCandidate';

/** Walls between a pod and the kernel of its node. */
export const sandboxRules: readonly Rule[] = [runtimeClassUnknown, sandboxCandidate];
