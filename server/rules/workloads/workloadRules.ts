import type { Rule } from '../rule';
import { cronJobDeadline } from './cronJobDeadline';
import { duplicateEnv } from './duplicateEnv';
import { jobTtl } from './jobTtl';
import { restartPolicyInvalid } from './restartPolicyInvalid';
import { statefulSetService } from './statefulSetService';

/** What workloads must say so that their pods come and go as meant, in the order in which documentation lists it. */
export const workloadRules: readonly Rule[] = [
  restartPolicyInvalid,
  statefulSetService,
  duplicateEnv,
  jobTtl,
  cronJobDeadline,
];
