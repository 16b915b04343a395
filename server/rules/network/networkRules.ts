import type { Rule } from '../rule';
import { gatewayListenerTls } from './gatewayListenerTls';
import { ingressBackendMissing } from './ingressBackendMissing';
import { ingressNginxRetired } from './ingressNginxRetired';
import { ingressSnippet } from './ingressSnippet';
import { ingressTls } from './ingressTls';
import { ingressWildcardHost } from './ingressWildcardHost';
import { networkPolicyAllowsAll } from './networkPolicyAllowsAll';
import { networkPolicyMetadataAddress } from './networkPolicyMetadataAddress';
import { networkPolicyMissing } from './networkPolicyMissing';
import { networkPolicyOpenEgress } from './networkPolicyOpenEgress';
import { networkPolicySelectsNothing } from './networkPolicySelectsNothing';
import { portNameInvalid } from './portNameInvalid';
import { selectorMismatch } from './selectorMismatch';
import { serviceExposed } from './serviceExposed';
import { serviceExternalIps } from './serviceExternalIps';
import { serviceSelectsNothing } from './serviceSelectsNothing';

/** Who may reach pods, from within the cluster and from outside, and whether what is sent to them arrives. */
export const networkRules: readonly Rule[] = [
  networkPolicyMissing,
  networkPolicyAllowsAll,
  networkPolicyOpenEgress,
  networkPolicySelectsNothing,
  networkPolicyMetadataAddress,
  serviceSelectsNothing,
  serviceExposed,
  serviceExternalIps,
  ingressTls,
  ingressWildcardHost,
  ingressSnippet,
  ingressNginxRetired,
  ingressBackendMissing,
  gatewayListenerTls,
  selectorMismatch,
  portNameInvalid,
];
