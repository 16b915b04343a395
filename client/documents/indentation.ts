import * as vscode from 'vscode';

/** How many columns a level has in the editor that shows a document; undefined where no editor shows it. */
export function indentIn(uri: string): number | undefined {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const tabSize = editor?.options.tabSize;
  return typeof tabSize === 'number' ? tabSize : undefined;
}
