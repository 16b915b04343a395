import { lineStartAt, nextLineAt } from '../../yaml/parsing/lines';
import type { Finding } from '../finding';
import { placeByField } from './placeByField';
import { placeByOffset } from './placeByOffset';

/** Gives the hexadecimal digits of a cryptographic hash, at least 32 of them. */
export type Hash = (text: string) => string;

/** How findings are told apart. 1: by where they are shown; 2, which is written today: by their object and field. */
export type FingerprintVersion = 1 | 2;

/**
 * Gives what tells a finding from all others of its file, whatever changes around it: its rule, its object, the way to
 * its field. Faults of the text are told by their line.
 *
 * @param source the finding's document as it may be shown: a hash of few possibilities can be undone
 */
export type FingerprintOf = (finding: Finding, source: string) => string;

/** Fingerprints of the findings of one file, to be asked for once each and in order: those that look alike are counted. */
export function fingerprintsOfFile(version: FingerprintVersion, hashOf: Hash): FingerprintOf {
  const occurrences = new Map<string, number>();
  const placeOf = version === 1 ? shownPlace : faultyPlace;
  return (finding, source) => {
    const hash = hashOf(`${finding.rule.id}\n${placeOf(finding, source)}`).slice(0, 32);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return `${hash}:${occurrence}`;
  };
}

function shownPlace({ tree, range }: Finding, source: string): string {
  return tree ? placeByOffset(tree, source, range.start) : lineAt(source, range.start);
}

function faultyPlace({ at, range }: Finding, source: string): string {
  return at ? placeByField(at, source) : lineAt(source, range.start);
}

function lineAt(text: string, offset: number): string {
  return text.slice(lineStartAt(text, offset), nextLineAt(text, offset)).trim();
}
