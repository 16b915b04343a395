import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer';
import { changeKubernetesVersion, changeProfile } from './chooseSettings';
import { activeManifest, decisionFor } from './decision';
import { showMenu } from './menu';
import { showMenuCommand } from './statusItems';

/** Registers the menu and what it leads to. */
export function registerMenu(context: vscode.ExtensionContext, server: () => Promise<LanguageServer>): void {
  const decision = async () => decisionFor(await server(), activeManifest()?.uri ?? newManifest());
  context.subscriptions.push(
    vscode.commands.registerCommand(showMenuCommand, async () => showMenu(await server())),
    vscode.commands.registerCommand('seaworthy.changeProfile', async () =>
      changeProfile(context.extension, await decision()),
    ),
    vscode.commands.registerCommand('seaworthy.changeKubernetesVersion', async () =>
      changeKubernetesVersion(await decision()),
    ),
  );
}

/** Where a manifest would stand that is about to be written. */
function newManifest(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, 'manifest.yaml') : vscode.Uri.parse('untitled:manifest.yaml');
}
