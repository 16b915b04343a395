import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { fileSilence, type SilencingFix, silencingFixes } from '../fixes/silencing';
import type { SilenceableFinding } from '../protocol/actions';
import { inFile } from '../yaml/parsing/offsets';
import { positionsTouch } from '../yaml/parsing/ranges';
import type { FileEdit } from '../yaml/write/rendering';
import { type EditedDocument, placedTexts, workspaceEdit } from './editedDocument';
import { diagnosticsAbout } from './findingKeys';
import { type PlacedFinding, placedFindings } from './positions';

/** Whether there is any way to keep a finding quiet. */
export function isSilenceable(
  { linted }: Pick<EditedDocument, 'linted'>,
  { finding, documentStart }: PlacedFinding,
): boolean {
  const own = linted.documents.find(({ start }) => start === documentStart)?.document;
  return own !== undefined && silencingFixes(own, finding, false).length > 0;
}

/** The findings in a range with the ways to keep each quiet, for a client that asks which one is meant. */
export function silenceableFindings(document: EditedDocument, range: Range): SilenceableFinding[] {
  const found = placedFindings(document.linted).filter((placed) => positionsTouch(placed.range, range));
  return found.flatMap((placed) => {
    const ways = waysToSilence(document, placed);
    if (ways.length === 0) return [];
    const { rule, message } = placed.finding;
    return [
      {
        rule: rule.id,
        message,
        ways: ways.map(({ title, written, edits }) => ({ title, written, edits: placedTexts(document, edits) })),
      },
    ];
  });
}

/** The ways to keep findings quiet as actions, for a client that can't ask: on the lines of all before anything that keeps more quiet. */
export function silenceActions(
  document: EditedDocument,
  found: readonly PlacedFinding[],
  diagnostics: readonly Diagnostic[],
  room: number,
): CodeAction[] {
  if (room <= 0) return [];
  const first = new Map(found.map((placed) => [placed.finding.rule, placed]));
  const ways = [...first.values()].flatMap((placed) =>
    waysToSilence(document, placed).map((way, reach) => ({ placed, way, reach })),
  );
  return ways
    .toSorted((a, b) => a.reach - b.reach)
    .slice(0, room)
    .map(({ placed, way }) => ({
      title: way.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsAbout(placed, document.linted, diagnostics),
      edit: workspaceEdit(document, way.edits),
    }));
}

/** On its line, in its object, in its file, with the cursor on the reason. */
function waysToSilence(document: EditedDocument, { finding, documentStart }: PlacedFinding): SilencingFix<FileEdit>[] {
  const { text, linted, takesSnippets } = document;
  const own = linted.documents.find(({ start }) => start === documentStart)?.document;
  const inDocument = own ? silencingFixes(own, finding, takesSnippets) : [];
  if (inDocument.length === 0) return [];
  const ways = inDocument.map((way) => ({
    ...way,
    edits: way.edits.map((edit) => inFile(edit, documentStart)),
  }));
  const { id } = finding.rule;
  const forFile = fileSilence(text, id, takesSnippets);
  if (!forFile) return ways;
  return [
    ...ways,
    { title: `Ignore ${id} in this file`, written: 'A comment at the top of the file', edits: [forFile] },
  ];
}
