import type { PodSpec } from '../manifests/pods/podSpec';
import { baselineRules } from './baseline/baselineRules';
import { restrictedRules } from './restricted/restrictedRules';
import type { Fault, Neighbours, Rule, RuleContext } from './rule';

/** The levels of the Pod Security Standards that ask for anything. */
export const podSecurityLevels = ['baseline', 'restricted'] as const;

/** A level of the Pod Security Standards that asks for something. */
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** The rules that say what a level asks for, those of the levels below included. */
export function podSecurityRules(level: PodSecurityLevel): readonly Rule[] {
  return level === 'restricted' ? [...baselineRules, ...restrictedRules] : baselineRules;
}

/** Everything that Pod Security admission would hold against a pod at a level, whichever rules are switched on. */
export function podSecurityFaults(
  pod: PodSpec,
  level: PodSecurityLevel,
  neighbours: Neighbours,
  context: RuleContext,
): Fault[] {
  return podSecurityRules(level).flatMap((rule) => faultsOf(rule, pod, neighbours, context));
}

function faultsOf(rule: Rule, pod: PodSpec, neighbours: Neighbours, context: RuleContext): Fault[] {
  if (rule.looksAt === 'pod spec') {
    return [...('check' in rule ? rule.check(pod, context) : rule.checkAmong(pod, neighbours, context))];
  }
  if (rule.looksAt !== 'container') return [];
  return pod.containers.flatMap((container) => [
    ...('check' in rule ? rule.check(container, context) : rule.checkAmong(container, neighbours, context)),
  ]);
}
