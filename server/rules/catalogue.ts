import { apiVersionsRules } from './apiVersions/apiVersionsRules';
import { baselineRules } from './baseline/baselineRules';
import { imageRules } from './images/imageRules';
import type { Rule } from './rule';
import { yamlSyntax } from './yamlSyntax';

/** Every rule, in the order in which documentation lists them. */
export const rules: readonly Rule[] = [...baselineRules, ...imageRules, ...apiVersionsRules, yamlSyntax];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with an id, if there is one. */
export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id);
}
