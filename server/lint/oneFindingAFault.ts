import { severities } from '../rules/rule';
import type { Finding } from './finding';

/**
 * The findings without those whose fault another one tells more precisely. What is left is as bad as what it stands in
 * for, so that nobody's threshold is passed unseen.
 */
export function oneFindingAFault(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ insteadOf }) => insteadOf)) return findings;
  return findings.flatMap((finding) => {
    if (findings.some((other) => standsInFor(other, finding))) return [];
    const ranks = [finding, ...findings.filter((other) => standsInFor(finding, other))].map(({ severity }) =>
      severities.indexOf(severity),
    );
    return [{ ...finding, severity: severities[Math.min(...ranks)] ?? finding.severity }];
  });
}

function standsInFor({ insteadOf, about }: Finding, other: Finding): boolean {
  return (
    insteadOf?.includes(other.rule.id) === true &&
    about?.start === other.about?.start &&
    about?.end === other.about?.end
  );
}
