import type { AnySubject } from '../documents/kinds';
import type { Fault, Rule } from '../rules/rule';
import type { EnabledRule } from './enabledRule';
import { type LintOptions, sortedRules } from './lintOptions';
import { faultsInTexts } from './podsInTexts';
import { askRules } from './rulesBySubject';

/** Takes a fault with the rule that found it. */
export type Report = (enabled: EnabledRule, fault: Fault) => void;

/** Reports what the rules that look at one subject by itself find in it, those that are asked. */
export function judgeAlone(
  subject: AnySubject,
  options: LintOptions,
  report: Report,
  isAsked: (rule: Rule) => boolean = () => true,
): void {
  askRules(subject, sortedRules(options).alone, ({ enabled, rule }, parts) => {
    if (!isAsked(enabled.rule)) return;
    for (const part of parts) for (const fault of rule.check(part, options)) report(enabled, fault);
  });
  for (const object of subject.parts.object ?? []) {
    for (const { enabled, fault } of faultsInTexts(object, options)) if (isAsked(enabled.rule)) report(enabled, fault);
  }
}
