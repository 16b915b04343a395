import type { Rule } from '../rule';
import { seccompProfileAllowsByDefault } from './seccompProfileAllowsByDefault';

/** Rules about the profiles of system calls that lie beside manifests. */
export const seccompProfileRules: readonly Rule[] = [seccompProfileAllowsByDefault];
