import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';

/** What is found in a text at the default profile, as `rule: message`. */
export function findingsAtDefault(text: string): string[] {
  const answer = optionsFor(emptyConfiguration, 'web.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (answer.state === 'excluded') return [];
  return lint(text, answer.options).documents.flatMap(({ document }) =>
    document.findings.map(({ rule, message }) => `${rule.id}: ${message}`),
  );
}

/** What is found in a text and wasn't before. */
export function addedFindings(before: string, after: string): string[] {
  const known = findingsAtDefault(before);
  return findingsAtDefault(after).filter((finding) => !known.includes(finding));
}

/** The rules of findings, each once, in the order of the alphabet. */
export function rulesOf(findings: readonly string[]): string[] {
  return [...new Set(findings.map((finding) => finding.slice(0, finding.indexOf(':'))))].sort();
}
