import type { Finding } from './finding';
import type { LintedDocument, LintedText } from './lint';

/**
 * A linted text with no more than some of its findings.
 *
 * @param choiceIn which findings of a document to keep; asked in order, and only of documents that have some
 */
export function keptFindings(
  linted: LintedText,
  choiceIn: (document: LintedDocument) => (finding: Finding) => boolean,
): LintedText {
  const documents = linted.documents.map((place) => {
    const { document } = place;
    if (document.findings.length === 0) return place;
    const findings = document.findings.filter(choiceIn(document));
    return findings.length === document.findings.length ? place : { ...place, document: { ...document, findings } };
  });
  return { ...linted, documents };
}
