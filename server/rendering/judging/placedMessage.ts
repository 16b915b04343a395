import type { PlacedFinding } from './judgeChart';

const mostNamed = 3;

/** Rules that see one text alone call it a file; here it is all that the chart renders. */
const ofFile = /\b(in (?:this|the)) file\b/g;

/**
 * What a finding in a chart says, with the values sets that show it where not all of them do.
 *
 * @param allSets how many sets the chart is rendered with
 */
export function placedMessage({ finding, sets, told }: PlacedFinding, allSets: number): string {
  const message = finding.message.replace(ofFile, '$1 chart');
  // A values file shows of itself which set it belongs to.
  const isOwnFile = sets.length === 1 && sets[0] === told.place.file.path;
  if (sets.length >= allSets || isOwnFile) return message;
  return `${message} (with ${namedSets(sets)})`;
}

/** The names of values sets in a sentence. */
export function namedSets(names: readonly string[]): string {
  const others = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
