import * as vscode from 'vscode';
import type { RenderedFinding } from '../../server/protocol/renderedChart';
import type { Preview, Previews } from './previews';
import { headLines } from './shownText';

const severityOf: Readonly<Record<RenderedFinding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows in previews what is found in them, and why they can't be rendered. */
export function showPreviewFindings(previews: Previews): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('seaworthy-rendered');
  return vscode.Disposable.from(
    shown,
    previews.onDidRender((preview) => shown.set(preview.uri, diagnosticsOf(preview))),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
  );
}

function diagnosticsOf({ answer, rendered }: Preview): vscode.Diagnostic[] {
  const found = (rendered?.findings ?? []).map(findingShown);
  if (answer?.state !== 'refused') return found;
  const reason = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER),
    `${answer.reason}\nIn helm’s words: ${answer.message}`,
  );
  reason.source = 'Seaworthy';
  if (answer.place) {
    const { uri, start, end } = answer.place;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const location = new vscode.Location(vscode.Uri.parse(uri), range);
    reason.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, 'Here rendering ends')];
  }
  return [reason, ...found];
}

function findingShown({ rule, page, message, severity, start, end }: RenderedFinding): vscode.Diagnostic {
  const range = new vscode.Range(start.line + headLines, start.character, end.line + headLines, end.character);
  const shown = new vscode.Diagnostic(range, message, severityOf[severity]);
  shown.source = 'Seaworthy';
  shown.code = { value: rule, target: vscode.Uri.parse(page) };
  return shown;
}
