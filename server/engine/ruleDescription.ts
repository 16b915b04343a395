import type { RuleDocumentation } from '../rules/rule';
import type { Rule } from './contract';

/** What a rule says of itself, without its function. */
export function described(rule: RuleDocumentation): Rule {
  const { id, title, severity, profile, standards, why, remedy, links, bad, good } = rule;
  return { id, title, severity, profile, standards, why, remedy, links, bad, good };
}
