import * as vscode from 'vscode';

/** How long the first findings may take to come: the server may still be starting. */
const patience = 15_000;

/** Opens the manifest to try Seaworthy on, as a text that belongs to no file. */
export async function openSample(context: vscode.ExtensionContext): Promise<vscode.TextEditor> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'media', 'walkthrough', 'sample.yaml');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isUntitled && !document.isClosed && document.getText() === content,
  );
  const document = open ?? (await vscode.workspace.openTextDocument({ language: 'yaml', content }));
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** Opens the sample and, as soon as there are findings, the menu of fixes at the worst of them. */
export async function mendSample(context: vscode.ExtensionContext): Promise<void> {
  const editor = await openSample(context);
  const [worst] = await findingsOf(editor.document);
  if (!worst) return;
  editor.selection = new vscode.Selection(worst.range.start, worst.range.start);
  editor.revealRange(worst.range);
  await vscode.commands.executeCommand('editor.action.quickFix');
}

/** The findings in a document, the worst first, waited for. */
async function findingsOf({ uri }: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  const found = () =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'Seaworthy')
      .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
  if (found().length > 0) return found();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timeout);
      listener.dispose();
      resolve(found());
    };
    const timeout = setTimeout(done, patience);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (found().length > 0) done();
    });
  });
}
