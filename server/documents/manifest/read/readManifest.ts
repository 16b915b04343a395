import { objectFacts } from '../../../manifests/facts/objectFacts';
import type { OffsetRange } from '../../../yaml/parsing/lines';
import { readingsOf } from '../../../yaml/read/repeatedKeys';
import { parseTree, type Tree } from '../../../yaml/read/tree';
import { isTemplated, maskedText } from '../../../yaml/templates/templates';
import type { Reading, ReadingOptions, TextFault } from '../../documentKind';
import { textFaults, unreadable } from '../../textFaults';
import { isNoObject, lacksObjectKeys, mayHoldObject, sniff } from './glance';
import { type ManifestParts, type ManifestSubject, manifestSubjects } from './manifestSubjects';
import { mayHoldPodsInTexts } from './podsInTexts';

/** A document of objects that was read. */
export interface ManifestReading extends Reading<ManifestParts> {
  readonly subjects: readonly ManifestSubject[];
}

/** Reads a document in every way through its templates; undefined for one that nobody asks about. */
export function readManifest(text: string, options: ReadingOptions): ManifestReading | undefined {
  if (!options.checksEveryDocument && isNoObject(text)) return undefined;
  const masked = maskedText(text);
  const isManifest = masked.variants.some((variant) => mayHoldReadKinds(variant, options));
  if (!isManifest && !options.checksEveryDocument) return undefined;
  const subjects: ManifestSubject[] = [];
  const trees: Tree[] = [];
  const faults: TextFault[] = [];
  const separations: OffsetRange[] = [];
  for (const variant of masked.variants.keys()) {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome === 'refused') {
      if (!options.checksEveryDocument && lacksObjectKeys(masked.variants[variant] ?? '')) continue;
      faults.push(unreadable(text, parsed.message));
      continue;
    }
    const { tree } = parsed;
    trees.push(tree);
    const readings = isTemplated(text) ? [tree] : readingsOf(tree);
    const own = readings.flatMap((reading) => manifestSubjects(reading, options));
    if (own.length > 0 || options.checksEveryDocument) {
      const ownFaults = textFaults(tree);
      faults.push(...ownFaults.faults);
      separations.push(...ownFaults.separations);
    }
    subjects.push(...own);
  }
  // What is read since somebody has named its file tells others no more than it would otherwise.
  const facts = isManifest ? subjects.map(({ object, pods }) => objectFacts(object, pods)) : [];
  return { trees, subjects, facts, faults, separations };
}

/** False only if it is certain that no enabled rule reads what a document holds. */
function mayHoldReadKinds(text: string, { readsKind }: ReadingOptions): boolean {
  if (!mayHoldObject(text)) return false;
  const sniffed = sniff(text);
  if (!sniffed.certain) return true;
  return sniffed.kinds.some(
    (kind) =>
      kind.endsWith('List') ||
      (kind === 'ConfigMap' && mayHoldPodsInTexts(text)) ||
      sniffed.apiVersions.some((apiVersion) => readsKind(apiVersion, kind)),
  );
}
