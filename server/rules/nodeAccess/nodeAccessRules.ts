import type { Rule } from '../rule';
import { hostAliases } from './hostAliases';
import { runtimeSocketMount } from './runtimeSocketMount';
import { sensitiveHostPath } from './sensitiveHostPath';
import { writableHostPath } from './writableHostPath';

/** What a pod gets to see and change of its node, beyond what the Pod Security Standards forbid. */
export const nodeAccessRules: readonly Rule[] = [runtimeSocketMount, sensitiveHostPath, writableHostPath, hostAliases];
