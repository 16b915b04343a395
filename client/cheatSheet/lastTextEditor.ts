import * as vscode from 'vscode';

let last: vscode.TextEditor | undefined;

/** Remembers which text editor had the focus last: while the cheat-sheet has it, no text editor is active. */
export function followTextEditors(): vscode.Disposable {
  last = vscode.window.activeTextEditor;
  return vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor) last = editor;
  });
}

/** The text editor that had the focus last, as long as it is open. */
export function lastTextEditor(): vscode.TextEditor | undefined {
  if (vscode.window.activeTextEditor) return vscode.window.activeTextEditor;
  const { visibleTextEditors } = vscode.window;
  return visibleTextEditors.find((editor) => editor.document === last?.document) ?? visibleTextEditors[0];
}
