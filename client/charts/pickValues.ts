import * as vscode from 'vscode';
import type { Previews } from './previews';
import { renderedScheme } from './previewUri';

/** Has the user pick the values that a preview is rendered with. */
export async function pickValues(previews: Previews, asked: unknown): Promise<void> {
  const uri = asked instanceof vscode.Uri ? asked : vscode.window.activeTextEditor?.document.uri;
  const preview = uri?.scheme === renderedScheme ? previews.of(uri) : undefined;
  const answer = preview?.answer;
  if (!preview || !answer || answer.state === 'no chart') {
    void vscode.window.showInformationMessage('Open what a chart renders first: “Seaworthy: Show as rendered”.');
    return;
  }
  const items = answer.choices.map(({ name, description }) => {
    return { label: name, description, ...(name === answer.values && { detail: 'Shown now' }) };
  });
  const title = 'Values that the chart is rendered with';
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked) await previews.choose(preview.uri, picked.label);
}
