import * as vscode from 'vscode';
import { explainCommand } from '../../server/protocol/actions';
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
    vscode.commands.registerCommand(explainCommand, async (...rules: readonly unknown[]) => {
      const rule = await pickedRule(rules);
      if (rule !== undefined) await cheatSheet.open(`rules/${rule}`);
    }),
    vscode.commands.registerCommand('seaworthy.exportCheatSheet', cheatSheet.export),
    vscode.window.registerUriHandler({ handleUri: ({ path }) => cheatSheet.open(path.replace(/^\//, '')) }),
    vscode.window.registerWebviewPanelSerializer(panelType, { deserializeWebviewPanel: cheatSheet.restore }),
  );
}

/** One of several rules that the user is asked to pick; the only one without asking. */
async function pickedRule(rules: readonly unknown[]): Promise<string | undefined> {
  const ids = rules.filter((rule) => typeof rule === 'string');
  if (ids.length < 2) return ids[0];
  return vscode.window.showQuickPick(ids, {
    title: 'Explain',
    placeHolder: 'Which rule would you like to read about?',
  });
}
