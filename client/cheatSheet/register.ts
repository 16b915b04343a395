import * as vscode from 'vscode';
import { explainCommand } from '../../server/protocol';
import { followTextEditors } from './lastTextEditor';
import { cheatSheetOf, panelType } from './panel';

/** Contributes the cheat-sheet: its commands, its links from anywhere, and its panel after a reload. */
export function registerCheatSheet(context: vscode.ExtensionContext): void {
  const cheatSheet = cheatSheetOf(context);
  context.subscriptions.push(
    followTextEditors(),
    vscode.commands.registerCommand('seaworthy.openCheatSheet', (address?: unknown) =>
      cheatSheet.open(typeof address === 'string' ? address : undefined),
    ),
    vscode.commands.registerCommand(explainCommand, (rule?: unknown) => cheatSheet.open(`rules/${rule}`)),
    vscode.commands.registerCommand('seaworthy.exportCheatSheet', cheatSheet.export),
    vscode.window.registerUriHandler({ handleUri: ({ path }) => cheatSheet.open(path.replace(/^\//, '')) }),
    vscode.window.registerWebviewPanelSerializer(panelType, { deserializeWebviewPanel: cheatSheet.restore }),
  );
}
