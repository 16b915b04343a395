import { shownText } from '../manifests/secrets/hideSecrets';
import type { Finding } from './finding';
import { fingerprintOf, type Hash } from './fingerprint';
import type { LintedText } from './lint';

/** The findings of one file that were there when its baseline was written: rule id to fingerprints. */
export type KnownFindings = ReadonlyMap<string, ReadonlySet<string>>;

/** A linted text without the findings that a baseline knows: what is left is new. */
export function withoutKnown(linted: LintedText, known: KnownFindings, hashOf: Hash): LintedText {
  const occurrences = new Map<string, number>();
  const documents = linted.documents.map((place) => {
    const { document } = place;
    if (document.findings.length === 0) return place;
    const objects = document.reading.subjects.map(({ object }) => object);
    const { text } = shownText(document.text, objects, linted.options.workloadKinds);
    const isNew = (finding: Finding) =>
      !known.get(finding.rule.id)?.has(fingerprintOf(finding, text, occurrences, hashOf));
    const findings = document.findings.filter(isNew);
    return findings.length === document.findings.length ? place : { ...place, document: { ...document, findings } };
  });
  return { ...linted, documents };
}
