import type { Rule } from '../rule';
import { kubernetesDashboardExposed } from './kubernetesDashboardExposed';
import { tiller } from './tiller';

/** Programs that hand out the cluster. */
export const dangerousProgramRules: readonly Rule[] = [tiller, kubernetesDashboardExposed];
