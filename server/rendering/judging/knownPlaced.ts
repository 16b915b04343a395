import { fingerprintsOfFile, type Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { PlacedFinding } from './judgeChart';

/** What a chart shows in one file without the findings that the file's baseline knows. */
export function withoutKnownPlaced(
  placed: readonly PlacedFinding[],
  { version, rules }: KnownFindings,
  hashOf: Hash,
): readonly PlacedFinding[] {
  const fingerprintOf = fingerprintsOfFile(version, hashOf);
  return placed.filter(({ finding, shown }) => !rules.get(finding.rule.id)?.has(fingerprintOf(finding, shown.text)));
}
