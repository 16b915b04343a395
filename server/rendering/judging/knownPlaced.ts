import { type FingerprintOf, fingerprintsOfFile, type Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { shownText } from '../../manifests/secrets/hideSecrets';
import type { PlacedFinding } from './judgeChart';

/** A document that is rendered as it may be shown. */
export function shownDocument({ document }: PlacedFinding, kinds: readonly WorkloadKind[]) {
  const objects = document.reading.objects.map(({ object }) => object);
  return shownText(document.text, objects, kinds);
}

/** What a chart shows in one file without the findings that the file's baseline knows. */
export function withoutKnownPlaced(
  placed: readonly PlacedFinding[],
  quiet: KnownFindings | undefined,
  kinds: readonly WorkloadKind[],
  hashOf: Hash,
): readonly PlacedFinding[] {
  if (!quiet) return placed;
  const fingerprintOf: FingerprintOf = fingerprintsOfFile(quiet.version, hashOf);
  return placed.filter((one) => {
    const rules = quiet.rules.get(one.finding.rule.id);
    return !rules?.has(fingerprintOf(one.finding, shownDocument(one, kinds).text));
  });
}
