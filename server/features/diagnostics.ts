import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import type { Rule } from '../rules/rule';
import { relatedPlaces } from '../workspace/objects/relatedPlaces';
import { diagnosticSeverity } from './diagnosticSeverity';
import { rulePage } from './explanations/rulePage';
import { diagnosticSource } from './places/diagnosticSource';
import { type DiagnosticData, findingKeys } from './places/findingKeys';
import { placedFindings } from './places/positions';

const tagOf: Readonly<Record<NonNullable<Rule['marks']>, DiagnosticTag>> = {
  deprecated: DiagnosticTag.Deprecated,
  unnecessary: DiagnosticTag.Unnecessary,
};

/** The findings of a text as diagnostics; the code of each leads to the rule's page (`rulePage`). */
export function diagnosticsOf(linted: LintedText, uri: string, rulePages?: string): Diagnostic[] {
  const placed = placedFindings(linted);
  const keys = findingKeys(linted);
  return placed.map(({ finding, range }) => ({
    range,
    severity: diagnosticSeverity[finding.severity],
    code: finding.rule.id,
    codeDescription: { href: rulePage(finding.rule, rulePages) },
    source: diagnosticSource,
    message: finding.message,
    data: { finding: keys.get(finding) ?? 0 } satisfies DiagnosticData,
    ...(finding.rule.marks && { tags: [tagOf[finding.rule.marks]] }),
    ...(finding.related.length > 0 && { relatedInformation: relatedInformation(finding, linted, uri) }),
  }));
}

function relatedInformation(finding: Finding, linted: LintedText, uri: string): DiagnosticRelatedInformation[] {
  return relatedPlaces(finding, linted, uri).map(({ uri: other, start, end, message }) => ({
    location: { uri: other, range: { start, end } },
    message,
  }));
}
