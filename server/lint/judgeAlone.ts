import type { Fault, Rule } from '../rules/rule';
import { keysOf } from '../yaml/field/keysOf';
import { type EnabledRule, type LintOptions, mayFindAny, sortedRules } from './lintOptions';
import { faultsInTexts } from './podsInTexts';
import type { Subject } from './subject';

/** Takes a fault with the rule that found it. */
export type Report = (enabled: EnabledRule, fault: Fault) => void;

/** Reports what the rules that look at one object by itself find in it, those that are asked. */
export function judgeAlone(
  { object, pods }: Subject,
  options: LintOptions,
  report: Report,
  isAsked: (rule: Rule) => boolean = () => true,
): void {
  const { alone } = sortedRules(options);
  const keys = keysOf(object.root.tree);
  for (const enabled of alone.forObject(object)) {
    if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
    for (const fault of enabled.rule.check(object, options)) report(enabled, fault);
  }
  for (const { enabled, fault } of faultsInTexts(object, options)) if (isAsked(enabled.rule)) report(enabled, fault);
  if (pods.length === 0) return;
  for (const enabled of alone.forPods) {
    if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
    for (const pod of pods) for (const fault of enabled.rule.check(pod, options)) report(enabled, fault);
  }
  const containers = pods.flatMap((pod) => pod.containers);
  for (const enabled of alone.forContainers) {
    if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
    for (const container of containers) {
      for (const fault of enabled.rule.check(container, options)) report(enabled, fault);
    }
  }
}
