const vscode = require('vscode');

const html = '<!DOCTYPE html><html lang="en"><title>Empty</title><main id="page"><h1>Empty</h1></main></html>';

/** Opens a webview with a heading and nothing else: as fast as VS Code can open any. */
exports.activate = ({ subscriptions }) => {
  const open = () => {
    const panel = vscode.window.createWebviewPanel('nobody.empty', 'Empty panel', vscode.ViewColumn.Beside, {
      enableScripts: true,
    });
    panel.webview.html = html;
  };
  subscriptions.push(vscode.commands.registerCommand('nobody.openEmptyPanel', open));
};
