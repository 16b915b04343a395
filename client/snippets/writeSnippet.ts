import * as vscode from 'vscode';
import type { SnippetPlacement } from '../../server/protocol/snippets';

type PlacedEdits = Extract<SnippetPlacement, { outcome: 'edits' }>['edits'];

/** Replaces ranges of an editor by snippets that have all their indentation, and shows the first. */
export async function replaceBySnippets(editor: vscode.TextEditor, edits: PlacedEdits): Promise<void> {
  const { document } = editor;
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  if (edits.some(({ start }) => start.line >= document.lineCount)) {
    // The file ends without a line end: what comes next needs a line of its own.
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n'), { undoStopBefore: true, undoStopAfter: false });
  }
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(({ start, end, text }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.SnippetTextEdit(range, new vscode.SnippetString(text));
    }),
  );
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showErrorMessage('The snippet could not be inserted: the file has changed meanwhile.');
    return;
  }
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Inserts a snippet where the cursor is, with the indentation of its line. */
export async function insertAtCursor(editor: vscode.TextEditor, text: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  await editor.insertSnippet(new vscode.SnippetString(text.trimEnd()));
}

/** Opens a snippet as a new file that was never saved. */
export async function openAsFile(language: string, text: string): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const document = await vscode.workspace.openTextDocument({
    language: known.includes(language) ? language : 'plaintext',
    content: '',
  });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}
