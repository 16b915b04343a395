import type { PlacedDocument } from '../lint/lint';
import type { DocumentReading } from '../lint/readDocument';
import type { Subject } from '../lint/subject';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import { objectsOf } from '../manifests/objects/objects';
import { podSpecsOf } from '../manifests/pods/podSpec';
import { mayHoldObject, sniff } from '../yaml/read/sniff';
import { parseTree } from '../yaml/read/tree';
import { maskedText } from '../yaml/templates/templates';

/** Huge, and nothing in them refers to anything that can be gone to. */
const unreadKind = 'CustomResourceDefinition';

const unlinted = new WeakMap<DocumentReading, readonly Subject[]>();

/** The objects of a document, those too that no enabled rule looks at: they are read when they are first asked for. */
export function subjectsOf(
  { document: { reading } }: PlacedDocument,
  workloadKinds: readonly WorkloadKind[],
): readonly Subject[] {
  if (reading.isParsed) return reading.subjects;
  let subjects = unlinted.get(reading);
  if (!subjects) {
    subjects = read(reading.text, workloadKinds);
    unlinted.set(reading, subjects);
  }
  return subjects;
}

function read(text: string, workloadKinds: readonly WorkloadKind[]): Subject[] {
  if (!mayHoldObject(text)) return [];
  const sniffed = sniff(text);
  if (sniffed.certain && sniffed.kinds.every((kind) => kind === unreadKind)) return [];
  const masked = maskedText(text);
  return [...masked.variants.keys()].flatMap((variant) => {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome === 'refused') return [];
    return objectsOf(parsed.tree, workloadKinds).map((object) => ({ object, pods: podSpecsOf(object, workloadKinds) }));
  });
}
