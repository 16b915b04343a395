import { type FingerprintVersion, fingerprintsOfFile, type Hash } from './fingerprints/fingerprints';
import { keptFindings } from './keptFindings';
import type { LintedText } from './lint';
import { shownDocument } from './shownDocument';

/** The findings of one file that were there when its baseline was written. */
export interface KnownFindings {
  readonly version: FingerprintVersion;
  /** Rule id to fingerprints. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A linted text without the findings that a baseline knows: what is left is new. */
export function withoutKnown(linted: LintedText, known: KnownFindings, hashOf: Hash): LintedText {
  const fingerprintOf = fingerprintsOfFile(known.version, hashOf);
  return keptFindings(linted, (document) => {
    const { text } = shownDocument(document, linted.options);
    return (finding) => !known.rules.get(finding.rule.id)?.has(fingerprintOf(finding, text));
  });
}
