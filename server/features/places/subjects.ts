import { mayHoldObject, sniff } from '../../documents/manifest/read/glance';
import { type ManifestSubject, manifestSubjects } from '../../documents/manifest/read/manifestSubjects';
import type { DocumentReading } from '../../lint/documentReading';
import type { PlacedDocument } from '../../lint/lint';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { parseTree } from '../../yaml/read/tree';
import { maskedText } from '../../yaml/templates/templates';

/** Huge, and nothing in them refers to anything that can be gone to. */
const unreadKind = 'CustomResourceDefinition';

const unlinted = new WeakMap<DocumentReading, readonly ManifestSubject[]>();

/** The objects of a document, those too that no enabled rule looks at: they are read when they are first asked for. */
export function subjectsOf(
  { document: { reading } }: PlacedDocument,
  workloadKinds: readonly WorkloadKind[],
): readonly ManifestSubject[] {
  if (reading.isParsed) return reading.objects;
  let subjects = unlinted.get(reading);
  if (!subjects) {
    subjects = read(reading.text, workloadKinds);
    unlinted.set(reading, subjects);
  }
  return subjects;
}

function read(text: string, workloadKinds: readonly WorkloadKind[]): ManifestSubject[] {
  if (!mayHoldObject(text)) return [];
  const sniffed = sniff(text);
  if (sniffed.certain && sniffed.kinds.every((kind) => kind === unreadKind)) return [];
  const masked = maskedText(text);
  return [...masked.variants.keys()].flatMap((variant) => {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome === 'refused') return [];
    return manifestSubjects(parsed.tree, { workloadKinds });
  });
}
