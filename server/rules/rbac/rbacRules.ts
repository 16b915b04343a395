import type { Rule } from '../rule';
import { podPrivilegePath } from './podPrivilegePath';
import { rbacAggregated } from './rbacAggregated';
import { rbacApproveCsr } from './rbacApproveCsr';
import { rbacClusterAdmin } from './rbacClusterAdmin';
import { rbacCreatePods } from './rbacCreatePods';
import { rbacCreateVolumes } from './rbacCreateVolumes';
import { rbacDangling } from './rbacDangling';
import { rbacDefaultServiceAccount } from './rbacDefaultServiceAccount';
import { rbacEditWebhooks } from './rbacEditWebhooks';
import { rbacEscalation } from './rbacEscalation';
import { rbacNodeProxy } from './rbacNodeProxy';
import { rbacOpenSubject } from './rbacOpenSubject';
import { rbacPodExec } from './rbacPodExec';
import { rbacReadSecrets } from './rbacReadSecrets';
import { rbacRelabelNamespaces } from './rbacRelabelNamespaces';
import { rbacTokenCreate } from './rbacTokenCreate';
import { rbacWildcard } from './rbacWildcard';

/** Who may do what: roles that lead further than they say, and bindings to the wrong ones. */
export const rbacRules: readonly Rule[] = [
  rbacWildcard,
  rbacClusterAdmin,
  rbacEscalation,
  rbacReadSecrets,
  rbacCreatePods,
  rbacPodExec,
  rbacNodeProxy,
  rbacTokenCreate,
  rbacApproveCsr,
  rbacEditWebhooks,
  rbacCreateVolumes,
  rbacRelabelNamespaces,
  rbacAggregated,
  rbacOpenSubject,
  rbacDefaultServiceAccount,
  rbacDangling,
  podPrivilegePath,
];
