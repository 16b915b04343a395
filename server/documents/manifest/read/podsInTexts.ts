import { isScalar } from 'yaml';
import type { WorkloadKind } from '../../../manifests/kinds/workloadKinds';
import { isObjectOf, type KubernetesObject } from '../../../manifests/objects/objects';
import { readOnce } from '../../../readOnce';
import { type Field, member, members } from '../../../yaml/field/field';
import { parseTree } from '../../../yaml/read/tree';
import { maskedText } from '../../../yaml/templates/templates';
import { type ManifestSubject, manifestSubjects } from './manifestSubjects';

/** Objects with pods that stand in a text: the field of the text, and where in its document the objects' own text starts. */
export interface ObjectsInText {
  readonly at: Field;
  /** UTF-16 offset. */
  readonly start: number;
  readonly subjects: readonly ManifestSubject[];
}

/** Kinds as texts hold them: whoever makes pods of a text may add to it. */
const kindsInTexts = readOnce((workloadKinds: readonly WorkloadKind[]) =>
  workloadKinds.map((kind) => ({ ...kind, absence: 'filled in' as const })),
);

/** False only for a document in whose texts no pod can stand. */
export function mayHoldPodsInTexts(text: string): boolean {
  return text.includes('ontainers:') && /\n[ \t]+kind:[ \t]*["']?[A-Z]/.test(text);
}

/** The objects that make pods among those that a ConfigMap hands on as text. */
export function objectsInTexts(object: KubernetesObject, workloadKinds: readonly WorkloadKind[]): ObjectsInText[] {
  if (!isObjectOf(object, '/ConfigMap')) return [];
  return members(member(object.root, 'data')).flatMap(({ value: at }) =>
    documentsIn(at).flatMap(({ start, text }) => {
      const subjects = subjectsWithPods(text, kindsInTexts(workloadKinds));
      return subjects.length > 0 ? [{ at, start, subjects }] : [];
    }),
  );
}

function subjectsWithPods(text: string, workloadKinds: readonly WorkloadKind[]): ManifestSubject[] {
  if (!mayHoldPodsInTexts(`\n${text}`)) return [];
  const parsed = parseTree(maskedText(text), 0, text);
  if (parsed.outcome === 'refused' || parsed.tree.faults.length > 0) return [];
  return manifestSubjects(parsed.tree, { workloadKinds }).filter(({ pods }) => pods.length > 0);
}

/** The documents of a literal block, whose lines are those of its text. Of other scalars nothing can be shown at its place. */
function documentsIn({ node, tree }: Field): { readonly start: number; readonly text: string }[] {
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || !node.range) return [];
  const [start, end] = node.range;
  const begins = tree.source.indexOf('\n', start) + 1;
  if (begins === 0 || begins >= end) return [];
  const text = tree.source.slice(begins, end);
  if (text.includes('{{') || !mayHoldPodsInTexts(`\n${text}`)) return [];
  const documents: { start: number; text: string }[] = [];
  let from = 0;
  for (const marker of text.matchAll(/^[ \t]*---[ \t]*\r?$/gm)) {
    documents.push({ start: begins + from, text: text.slice(from, marker.index) });
    from = marker.index + marker[0].length;
  }
  return [...documents, { start: begins + from, text: text.slice(from) }];
}
