import type { Rule, Severity } from '../rules/rule';

/** A rule that is switched on, at the severity it shall have. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** True if somebody chose the severity: then the rule's own word on milder and worse faults does not count. */
  readonly isSeverityChosen?: boolean;
}
