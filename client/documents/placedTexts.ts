import * as vscode from 'vscode';
import type { PlacedText } from '../../server/protocol/positions';

/** A snippet whose lines have all their indentation: VS Code would indent them once more. */
export function snippetAsItStands(range: vscode.Range, text: string): vscode.SnippetTextEdit {
  return Object.assign(new vscode.SnippetTextEdit(range, new vscode.SnippetString(text)), { keepWhitespace: true });
}

/** Writes texts into a document, with the cursor on the first blank; false if the document has changed meanwhile. */
export async function writePlacedTexts(uri: vscode.Uri, texts: readonly PlacedText[]): Promise<boolean> {
  // Blanks are filled in where the document is shown.
  await vscode.window.showTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    texts.map(({ start, end, text }) =>
      snippetAsItStands(new vscode.Range(start.line, start.character, end.line, end.character), text),
    ),
  );
  return vscode.workspace.applyEdit(edit);
}
