import * as vscode from 'vscode';
import type { Decision } from '../../server/protocol/documents';
import type { LanguageServer } from '../languageServer';
import { openedAt, setWholeWorkspace } from './chooseSettings';
import { activeManifest, decisionFor } from './decision';

/** What can be chosen. */
type MenuItem = vscode.QuickPickItem & { readonly run?: () => unknown };

/** Shows everything that one may want to do with Seaworthy, and does what is chosen. */
export async function showMenu(server: LanguageServer): Promise<void> {
  const decision = await decisionFor(server, activeManifest()?.uri);
  const commands = new Set(await vscode.commands.getCommands(true));
  const items = [...serverItems(server), ...decisionItems(decision, commands), ...workspaceItems(), ...helpItems()];
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Seaworthy',
    placeHolder: 'What would you like to do?',
  });
  await chosen?.run?.();
}

function serverItems(server: LanguageServer): MenuItem[] {
  if (server.state() !== 'stopped') return [];
  return [command('$(debug-restart) Restart server', 'seaworthy.restartServer', 'The language server is stopped')];
}

function decisionItems(decision: Decision | undefined, commands: ReadonlySet<string>): MenuItem[] {
  const path = decision?.configuration && vscode.workspace.asRelativePath(vscode.Uri.parse(decision.configuration));
  const creates = 'seaworthy.createConfiguration';
  return [
    separator(path ? 'Configuration' : 'Settings'),
    command('$(shield) Change profile…', 'seaworthy.changeProfile', decision?.profile),
    command('$(versions) Change Kubernetes version…', 'seaworthy.changeKubernetesVersion', decision?.kubernetesVersion),
    ...(path ? [{ label: '$(file-code) Open configuration', description: path, run: () => openedAt(decision) }] : []),
    ...(!path && commands.has(creates) ? [command('$(new-file) Create configuration…', creates)] : []),
    {
      label: '$(settings-gear) Open settings',
      run: () => vscode.commands.executeCommand('workbench.action.openSettings', '@ext:seaworthy.seaworthy'),
    },
  ];
}

function workspaceItems(): MenuItem[] {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return [];
  const isWhole = vscode.workspace.getConfiguration('seaworthy', folder.uri).get('workspace') === 'all';
  return [
    separator('Workspace'),
    command('$(wrench) Fix workspace…', 'seaworthy.fixWorkspace'),
    command('$(search) Scan workspace', 'seaworthy.scanWorkspace'),
    {
      label: isWhole ? '$(eye-closed) Check open files alone' : '$(eye) Check the whole workspace',
      description: isWhole ? 'closed files are checked too' : 'only open files are checked',
      run: () => setWholeWorkspace(!isWhole),
    },
  ];
}

function helpItems(): MenuItem[] {
  return [
    separator('Help'),
    command('$(book) Open cheat-sheet', 'seaworthy.openCheatSheet'),
    command('$(rocket) Get started', 'seaworthy.getStarted'),
    command('$(output) Show log', 'seaworthy.showLog'),
    command('$(debug-restart) Restart server', 'seaworthy.restartServer'),
  ];
}

function separator(label: string): MenuItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function command(label: string, id: string, description?: string): MenuItem {
  return { label, ...(description !== undefined && { description }), run: () => vscode.commands.executeCommand(id) };
}
