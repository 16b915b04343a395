import { severities } from '../rules/rule';
import type { Finding } from './finding';

/**
 * The findings without those whose fault another one tells more precisely. What is left is as bad as what it stands in
 * for, so that nobody's threshold is passed unseen.
 */
export function oneFindingAFault(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ insteadOf }) => insteadOf)) return findings;
  const aboutSame = new Map<string, Finding[]>();
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const known = aboutSame.get(subject);
    if (known) known.push(finding);
    else aboutSame.set(subject, [finding]);
  }
  return findings.flatMap((finding) => {
    const others = aboutSame.get(subjectOf(finding)) ?? [];
    if (others.some((other) => standsInFor(other, finding))) return [];
    const ranks = [finding, ...others.filter((other) => standsInFor(finding, other))].map(({ severity }) =>
      severities.indexOf(severity),
    );
    return [{ ...finding, severity: severities[Math.min(...ranks)] ?? finding.severity }];
  });
}

/** What a finding is about, to be compared with that of another. */
function subjectOf({ about }: Finding): string {
  return about ? `${about.start}-${about.end}` : '';
}

function standsInFor({ insteadOf }: Finding, other: Finding): boolean {
  return insteadOf?.includes(other.rule.id) === true;
}
