import type { Rule } from '../rule';
import { podPrivilegePath } from './podPrivilegePath';
import { rbacAggregated } from './rbacAggregated';
import { rbacApproveCsr } from './rbacApproveCsr';
import { rbacClusterAdmin } from './rbacClusterAdmin';
import { rbacCreatePods } from './rbacCreatePods';
import { rbacCreateVolumes } from './rbacCreateVolumes';
import { rbacDangling } from './rbacDangling';
import { rbacDefaultServiceAccount } from './rbacDefaultServiceAccount';
import { rbacEditNetworkPolicies } from './rbacEditNetworkPolicies';
import { rbacEditNodes } from './rbacEditNodes';
import { rbacEditSystemConfigMaps } from './rbacEditSystemConfigMaps';
import { rbacEditWebhooks } from './rbacEditWebhooks';
import { rbacEscalation } from './rbacEscalation';
import { rbacNodeProxy } from './rbacNodeProxy';
import { rbacOpenSubject } from './rbacOpenSubject';
import { rbacPodExec } from './rbacPodExec';
import { rbacProxyPods } from './rbacProxyPods';
import { rbacReadSecrets } from './rbacReadSecrets';
import { rbacRedirectTraffic } from './rbacRedirectTraffic';
import { rbacRelabelNamespaces } from './rbacRelabelNamespaces';
import { rbacSecurityContextConstraints } from './rbacSecurityContextConstraints';
import { rbacTokenCreate } from './rbacTokenCreate';
import { rbacWildcard } from './rbacWildcard';
import { rbacWriteSecrets } from './rbacWriteSecrets';

/** Who may do what: roles that lead further than they say, and bindings to the wrong ones. */
export const rbacRules: readonly Rule[] = [
  rbacWildcard,
  rbacClusterAdmin,
  rbacEscalation,
  rbacReadSecrets,
  rbacWriteSecrets,
  rbacCreatePods,
  rbacPodExec,
  rbacProxyPods,
  rbacNodeProxy,
  rbacEditNodes,
  rbacTokenCreate,
  rbacApproveCsr,
  rbacEditWebhooks,
  rbacCreateVolumes,
  rbacRelabelNamespaces,
  rbacRedirectTraffic,
  rbacEditNetworkPolicies,
  rbacEditSystemConfigMaps,
  rbacSecurityContextConstraints,
  rbacAggregated,
  rbacOpenSubject,
  rbacDefaultServiceAccount,
  rbacDangling,
  podPrivilegePath,
];
