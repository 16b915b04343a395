import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import { fixEdits } from '../fixes';
import type { LintedText } from '../lint/lint';
import type { TextEdit as OffsetEdit } from '../yaml/rendering';
import { diagnosticSource } from './diagnostics';
import { type PlacedFinding, placedFindings, rangesTouch } from './positions';

/** What a code action request says. */
export interface CodeActionQuery {
  readonly range: Range;
  /** The diagnostics that the editor shows there: actions name the one they mend. */
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds asked for; undefined for all. */
  readonly only: readonly string[] | undefined;
}

/** The document that actions are made for. */
export interface EditedDocument {
  readonly uri: string;
  readonly linted: LintedText;
  /** Turns UTF-16 offsets of the file into a range. */
  readonly rangeOf: (start: number, end: number) => Range;
}

/** A quick-fix for every fix of the findings in a range; the one that needs no choice is preferred. */
export function quickFixes(document: EditedDocument, query: CodeActionQuery): CodeAction[] {
  if (query.only && !query.only.some((kind) => isOrHolds(kind, CodeActionKind.QuickFix))) return [];
  return placedFindings(document.linted)
    .filter(({ range }) => rangesTouch(range, query.range))
    .flatMap((placed) => actionsFor(document, placed, query));
}

function actionsFor(document: EditedDocument, placed: PlacedFinding, query: CodeActionQuery): CodeAction[] {
  const { finding } = placed;
  return finding.fixes.flatMap((fix, index) => {
    const edits = fixEdits(finding, fix);
    if (!edits) return [];
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: query.diagnostics.filter((diagnostic) => isAbout(diagnostic, placed)),
      isPreferred: index === 0 && fix.class !== 'ask',
      edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, placed, edit)) } },
    };
    return [action];
  });
}

function textEdit({ rangeOf }: EditedDocument, { documentStart }: PlacedFinding, edit: OffsetEdit): TextEdit {
  return { range: rangeOf(documentStart + edit.start, documentStart + edit.end), newText: edit.newText };
}

function isAbout(diagnostic: Diagnostic, { finding, range }: PlacedFinding): boolean {
  return (
    diagnostic.source === diagnosticSource &&
    diagnostic.code === finding.rule.id &&
    rangesTouch(diagnostic.range, range)
  );
}

/** Code action kinds are a hierarchy: `quickfix` holds `quickfix.seaworthy`. */
function isOrHolds(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
