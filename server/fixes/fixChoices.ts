import type { Finding } from '../lint/finding';
import { type Rule, severities } from '../rules/rule';
import type { FixChoice } from './applyFixes';

/** True for a finding whose best fix needs nothing from the user. */
export function needsNoChoice({ fixes: [best] }: Finding): boolean {
  return best !== undefined && best.class !== 'ask';
}

/** Sorts findings by how soon people want them mended: those that need no choice, and of these the worst, before the others. */
export function byUrgency(a: Finding, b: Finding): number {
  return urgency(a) - urgency(b);
}

function urgency(finding: Finding): number {
  return severities.indexOf(finding.severity) + (needsNoChoice(finding) ? 0 : severities.length);
}

/** Chooses the best fix of what a rule reports, where it needs no choice. */
export function fixesOfRule(rule: Rule): FixChoice {
  return (finding) => (finding.rule === rule && needsNoChoice(finding) ? finding.fixes[0] : undefined);
}
