import type { Rule } from '../rule';
import { defaultNamespace } from './defaultNamespace';
import { kubeSystemNamespace } from './kubeSystemNamespace';
import { namespaceLimits } from './namespaceLimits';
import { namespaceNetworkPolicy } from './namespaceNetworkPolicy';
import { namespacePodSecurity } from './namespacePodSecurity';
import { namespaceQuota } from './namespaceQuota';
import { namespaceViolatesPodSecurity } from './namespaceViolatesPodSecurity';
import { recommendedLabels } from './recommendedLabels';

/** What namespaces ask of their pods and hold for them, and what belongs into which. */
export const namespaceRules: readonly Rule[] = [
  namespacePodSecurity,
  namespaceViolatesPodSecurity,
  namespaceQuota,
  namespaceLimits,
  namespaceNetworkPolicy,
  defaultNamespace,
  kubeSystemNamespace,
  recommendedLabels,
];
