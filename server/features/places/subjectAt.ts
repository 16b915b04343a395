import type { ManifestSubject } from '../../documents/manifest/read/manifestSubjects';
import type { LintedText, PlacedDocument } from '../../lint/lint';
import { type FieldPart, fieldAt } from '../../yaml/field/fieldAt';
import { type FileOffset, inDocument, type OffsetOfText } from '../../yaml/parsing/offsets';
import { subjectsOf } from './subjects';

/** The object and the field that stand at a place of a text. */
export interface SubjectAt extends FieldPart {
  readonly subject: ManifestSubject;
  /** Where the document starts. */
  readonly documentStart: FileOffset;
}

/**
 * What stands at an offset of a text; undefined where no key or value of an object stands. Of the ways through a
 * template's branches the first that leads there counts.
 */
export function subjectAt(linted: LintedText, offset: OffsetOfText): SubjectAt | undefined {
  const placed = placedDocumentAt(linted, offset);
  if (!placed) return undefined;
  for (const subject of subjectsOf(placed, linted.options.workloadKinds)) {
    const found = fieldAt(subject.object.root, inDocument(offset, placed.start));
    if (found) return { ...found, subject, documentStart: placed.start };
  }
  return undefined;
}

/** The document that holds an offset. */
export function placedDocumentAt({ documents }: LintedText, offset: OffsetOfText): PlacedDocument | undefined {
  return documents.findLast(({ start }) => start <= offset);
}
