import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { waysToSilence } from '../../fixes/waysToSilence';
import type { SilenceableFinding } from '../../protocol/actions';
import { positionsTouch } from '../../yaml/parsing/ranges';
import { type EditedDocument, placedTexts, workspaceEdit } from '../places/editedDocument';
import { diagnosticsAbout } from '../places/findingKeys';
import { type PlacedFinding, placedFindings } from '../places/positions';

/** The findings in a range with the ways to keep each quiet, for a client that asks which one is meant. */
export function silenceableFindings(document: EditedDocument, range: Range): SilenceableFinding[] {
  const found = placedFindings(document.linted).filter((placed) => positionsTouch(placed.range, range));
  return found.flatMap((placed) => {
    const ways = waysToSilence(document, placed, document.takesSnippets);
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
    waysToSilence(document, placed, document.takesSnippets).map((way, reach) => ({ placed, way, reach })),
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
