const vscode = require('vscode');

/*
 * Stands in for Microsoft's Kubernetes extension: its commands by the same ids, and the one linter it has, which warns
 * of a Pod or Deployment whose containers have no resource limits, on the whole of `containers` and without a source.
 */

exports.activate = (context) => {
  const { commands } = context.extension.packageJSON.contributes;
  const found = vscode.languages.createDiagnosticCollection('Kubernetes');
  const lint = (document) => {
    if (document.languageId !== 'yaml' || !/^kind: (?:Pod|Deployment)$/m.test(document.getText())) return;
    const text = document.getText();
    const start = text.indexOf('containers:');
    const settings = vscode.workspace.getConfiguration('vs-kubernetes');
    const isOff = settings.get('disable-lint') === 'true' || settings.get('disable-linters', []).length > 0;
    if (isOff || start < 0 || text.includes('resources:')) return found.delete(document.uri);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(text.length));
    const message = 'One or more containers have no limits of resources';
    found.set(document.uri, [new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning)]);
  };
  context.subscriptions.push(
    found,
    vscode.workspace.onDidOpenTextDocument(lint),
    vscode.workspace.onDidChangeTextDocument(({ document }) => lint(document)),
    vscode.workspace.onDidChangeConfiguration(() => vscode.workspace.textDocuments.forEach(lint)),
    ...commands.map(({ command }) => vscode.commands.registerCommand(command, () => command)),
  );
  vscode.workspace.textDocuments.forEach(lint);
};
