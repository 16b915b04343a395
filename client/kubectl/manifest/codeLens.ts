import * as vscode from 'vscode';
import { documentSelector } from '../../documents/documentSelector';
import { runHelperCommand } from '../catalogue/catalogue';
import type { CurrentContext } from '../kubeconfig/statusBar';
import { isManifest } from './manifestAtCursor';

/** A manifest larger than this is not looked through for lenses with every keystroke. */
const mostCharacters = 1_000_000;

/** "Diff · Dry-run" above manifests, while the kubeconfig has a current context. Nothing is asked of the cluster. */
export function registerCodeLenses(current: CurrentContext): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(documentSelector(), {
    onDidChangeCodeLenses: current.onDidChange,
    provideCodeLenses(document) {
      if (!current.isThere() || !vscode.workspace.getConfiguration('seaworthy').get('codeLens', true)) return [];
      const text = document.getText();
      if (text.length > mostCharacters || !isManifest(text)) return [];
      const line = document.positionAt(Math.max(0, text.search(/^["']?(?:apiVersion|kind)["']?\s*:/m))).line;
      const range = new vscode.Range(line, 0, line, 0);
      const lens = (title: string, tooltip: string, id: string) =>
        new vscode.CodeLens(range, {
          title,
          tooltip,
          command: runHelperCommand,
          arguments: [{ id, uri: document.uri }],
        });
      return [
        lens('Diff', 'What would change in the cluster', 'diff-file'),
        lens('Dry-run', 'Would the API server take it?', 'dry-run-file'),
      ];
    },
  });
}
