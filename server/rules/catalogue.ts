import { apiVersionsRules } from './apiVersions/apiVersionsRules';
import { appArmorProfileRules } from './appArmorProfiles/appArmorProfileRules';
import { availabilityRules } from './availability/availabilityRules';
import { baselineRules } from './baseline/baselineRules';
import { chartNotRendered } from './charts/chartNotRendered';
import { containmentRules } from './containment/containmentRules';
import { dangerousProgramRules } from './dangerousPrograms/dangerousProgramRules';
import { deprecationRules } from './deprecations/deprecationRules';
import { imageRules } from './images/imageRules';
import { kubeletConfigurationRules } from './kubeletConfigurations/kubeletConfigurationRules';
import { namespaceRules } from './namespaces/namespaceRules';
import { networkRules } from './network/networkRules';
import { nodeAccessRules } from './nodeAccess/nodeAccessRules';
import { probeRules } from './probes/probeRules';
import { rbacRules } from './rbac/rbacRules';
import { resourceRules } from './resources/resourceRules';
import { restrictedRules } from './restricted/restrictedRules';
import type { Rule } from './rule';
import { sandboxRules } from './sandboxes/sandboxRules';
import { seccompProfileRules } from './seccompProfiles/seccompProfileRules';
import { secretsRules } from './secrets/secretsRules';
import { serviceAccountRules } from './serviceAccounts/serviceAccountRules';
import { silenceRules } from './silences/silenceRules';
import { workloadRules } from './workloads/workloadRules';
import { yamlSyntax } from './yamlSyntax';

/** Every rule, in the order in which documentation lists them. */
export const rules: readonly Rule[] = [
  ...baselineRules,
  ...restrictedRules,
  ...containmentRules,
  ...imageRules,
  ...nodeAccessRules,
  ...serviceAccountRules,
  ...sandboxRules,
  ...seccompProfileRules,
  ...appArmorProfileRules,
  ...kubeletConfigurationRules,
  ...dangerousProgramRules,
  ...probeRules,
  ...resourceRules,
  ...availabilityRules,
  ...workloadRules,
  ...deprecationRules,
  ...networkRules,
  ...namespaceRules,
  ...secretsRules,
  ...rbacRules,
  ...apiVersionsRules,
  ...silenceRules,
  yamlSyntax,
  chartNotRendered,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with an id, if there is one. */
export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id);
}
