import { fixEdits } from '../fixes/applyFixes';
import type { Finding } from '../lint/finding';
import { fingerprintsOfFile } from '../lint/fingerprints/fingerprints';
import type { LintedText } from '../lint/lint';
import { type ObjectField, shownObjectField } from '../lint/objectField';
import { shownDocument } from '../lint/shownDocument';
import { lineStarts, type Position, positionAt } from '../yaml/parsing/lines';
import { excerptOf } from './excerpt';
import type { Means } from './means';
import type { Place, ReportedEdit, ReportedFinding } from './report';

/** What a format shows beside what all of them show; each costs time. */
export interface Shown {
  readonly objectFields: boolean;
  readonly edits: boolean;
  readonly fingerprints: boolean;
}

/**
 * The findings of a text as plain data, with places in the file instead of places in its documents. All output is made
 * from it, so whatever it quotes is without secrets.
 */
export async function reportedFindings(
  linted: LintedText,
  shown: Shown,
  hash: Means['hash'],
): Promise<ReportedFinding[]> {
  const hashOf = shown.fingerprints ? await hash() : undefined;
  const fingerprinters = hashOf && { v1: fingerprintsOfFile(1, hashOf), v2: fingerprintsOfFile(2, hashOf) };
  return linted.documents.flatMap(({ line, document }) => {
    if (document.findings.length === 0) return [];
    const starts = shown.edits ? lineStarts(document.text) : [];
    const documentShown = shownDocument(document, linted.options);
    const { text, withoutSecrets, reveals } = documentShown;
    const editsOf = (finding: Finding, fix: Finding['fixes'][number]): ReportedEdit[] => {
      const edits = fixEdits(finding, fix) ?? [];
      // An edit without the secret that it moves would lose it, and one with it would tell it.
      if (edits.some(({ newText }) => reveals(newText))) return [];
      return edits.map((edit) => ({
        start: placeOf(line, positionAt(starts, edit.start)),
        end: placeOf(line, positionAt(starts, edit.end)),
        newText: edit.newText,
      }));
    };
    return document.findings.map((finding): ReportedFinding => {
      const excerpt = excerptOf(text, finding.range.start, finding.range.end);
      return {
        rule: finding.rule.id,
        severity: finding.severity,
        message: withoutSecrets(finding.message),
        start: placeOf(line, finding.start),
        end: placeOf(line, finding.end),
        about: shown.objectFields ? shownObjectField(finding, documentShown) : nowhere,
        excerpt,
        fingerprints: fingerprinters && { v1: fingerprinters.v1(finding, text), v2: fingerprinters.v2(finding, text) },
        fixes: finding.fixes.map((fix) => ({
          title: withoutSecrets(fix.title),
          class: fix.class,
          edits: shown.edits ? editsOf(finding, fix) : [],
        })),
      };
    });
  });
}

const nowhere: ObjectField = { object: null, field: null };

function placeOf(firstLine: number, { line, character }: Position): Place {
  return { line: firstLine + line + 1, column: character + 1 };
}
