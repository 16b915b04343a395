import type { Rule } from '../rule';
import { kubeletAnonymousAuth } from './kubeletAnonymousAuth';

/** Rules about the files that kubelets are configured by. */
export const kubeletConfigurationRules: readonly Rule[] = [kubeletAnonymousAuth];
