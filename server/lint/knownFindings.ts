import { shownText } from '../manifests/secrets/hideSecrets';
import { fingerprintOf, type Hash } from './fingerprint';
import { keptFindings } from './keptFindings';
import type { LintedText } from './lint';

/** The findings of one file that were there when its baseline was written: rule id to fingerprints. */
export type KnownFindings = ReadonlyMap<string, ReadonlySet<string>>;

/** A linted text without the findings that a baseline knows: what is left is new. */
export function withoutKnown(linted: LintedText, known: KnownFindings, hashOf: Hash): LintedText {
  const occurrences = new Map<string, number>();
  return keptFindings(linted, (document) => {
    const objects = document.reading.subjects.map(({ object }) => object);
    const { text } = shownText(document.text, objects, linted.options.workloadKinds);
    return (finding) => !known.get(finding.rule.id)?.has(fingerprintOf(finding, text, occurrences, hashOf));
  });
}
