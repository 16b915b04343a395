import { profiles } from '../rules/rule';
import type { Finding } from './finding';

/**
 * The findings with what a pod or a container lacks under one condition told once: whoever leaves that switch off leaves
 * all of it off. The rule of the smallest profile speaks for the others.
 */
export function lacksTogether(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ lack }) => lack)) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.lack) continue;
    const key = `${finding.lack.owner}\n${finding.lack.condition}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const told = new Map<Finding, Finding>();
  for (const group of groups.values()) {
    const [first, ...others] = group.toSorted((a, b) => rank(a) - rank(b));
    if (first) told.set(first, withOthers(first, others));
  }
  return findings.flatMap((finding) => (finding.lack ? (told.get(finding) ?? []) : finding));
}

function withOthers(finding: Finding, others: readonly Finding[]): Finding {
  const ids = [...new Set(others.map(({ rule }) => rule.id))].filter((id) => id !== finding.rule.id);
  return ids.length === 0
    ? finding
    : { ...finding, message: `${finding.message} (the same goes for ${ids.join(', ')})` };
}

function rank({ rule }: Finding): number {
  return profiles.indexOf(rule.profile);
}
