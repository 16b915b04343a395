import * as vscode from 'vscode';
import {
  type FindingsParams,
  type SilenceableFinding,
  type SilencingWay,
  silencesRequest,
} from '../../server/protocol/actions';
import { numberAt, textAt, valueAt } from '../../server/unknownJson';
import { writePlacedTexts } from '../documents/placedTexts';
import type { LanguageServer } from '../languageServer';

/**
 * Keeps a finding quiet, in the way that the user picks.
 *
 * @param asked a `FindingsParams`; the cursor where it is missing
 */
export async function ignoreFinding(server: LanguageServer, asked?: unknown): Promise<void> {
  const at = isFindingsParams(asked) ? asked : atCursor();
  if (!at) return;
  const findings = await server.ask(silencesRequest, at);
  if (findings.length === 0) {
    await vscode.window.showInformationMessage('There is no finding at the cursor that could be ignored.');
    return;
  }
  const finding = await pickedFinding(findings);
  const way = finding && (await pickedWay(finding));
  if (!way) return;
  if (!(await writePlacedTexts(vscode.Uri.parse(at.uri), way.edits))) {
    await vscode.window.showErrorMessage('Nothing was written: the file has changed meanwhile.');
  }
}

/** The line of the cursor: a finding stands somewhere in it. */
function atCursor(): FindingsParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { range } = editor.document.lineAt(editor.selection.active.line);
  return { uri: editor.document.uri.toString(), start: range.start, end: range.end };
}

async function pickedFinding(findings: readonly SilenceableFinding[]): Promise<SilenceableFinding | undefined> {
  const [only, ...others] = findings;
  if (others.length === 0) return only;
  const rows = findings.map((finding) => ({ label: finding.rule, detail: finding.message, finding }));
  const options = { title: 'Ignore finding', placeHolder: 'Which finding is to be ignored?', matchOnDetail: true };
  return (await vscode.window.showQuickPick(rows, options))?.finding;
}

async function pickedWay({ rule, ways }: SilenceableFinding): Promise<SilencingWay | undefined> {
  const rows = ways.map((way) => ({ label: way.title, detail: `${way.written}, which asks for the reason`, way }));
  return (await vscode.window.showQuickPick(rows, { title: `Ignore ${rule}`, placeHolder: 'How far?' }))?.way;
}

function isFindingsParams(value: unknown): value is FindingsParams {
  return textAt(value, 'uri') !== undefined && isPosition(valueAt(value, 'start')) && isPosition(valueAt(value, 'end'));
}

function isPosition(value: unknown): boolean {
  return numberAt(value, 'line') !== undefined && numberAt(value, 'character') !== undefined;
}
