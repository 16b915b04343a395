import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { firstOf } from './kubeconfig/firstOf';
import { kubeconfigPaths } from './kubeconfig/kubeconfigPaths';
import type { Kubectl } from './kubectl';

/*
 * All of the helpers that is loaded with the extension: commands that load the rest when they are used. The rest is also
 * loaded where there is a kubeconfig, for the status bar.
 */

const prefix = 'seaworthy.kubectl.';

/** Registers the commands and the terminal profile of the helpers. */
export function registerKubectl(context: vscode.ExtensionContext): void {
  let kubectl: Promise<Kubectl> | undefined;
  const loaded = () => {
    kubectl ??= import('./kubectl').then(({ createKubectl }) => createKubectl(context));
    return kubectl;
  };
  const run = async (id: string | undefined, uri: unknown) => {
    if (await isTrusted()) await (await loaded()).runHelper(id, uri instanceof vscode.Uri ? uri : undefined);
  };
  const commands: { command: string }[] = context.extension.packageJSON.contributes.commands;
  for (const { command } of commands.filter(({ command }) => command.startsWith(prefix))) {
    const id = command.slice(prefix.length);
    context.subscriptions.push(vscode.commands.registerCommand(command, (uri: unknown) => run(id, uri)));
  }
  context.subscriptions.push(
    vscode.commands.registerCommand('seaworthy.runHelper', (request?: { id?: unknown; uri?: unknown }) =>
      run(typeof request?.id === 'string' ? request.id : undefined, request?.uri),
    ),
    vscode.commands.registerCommand('seaworthy.switch', async () => {
      if (await isTrusted()) await (await loaded()).offerSwitching();
    }),
    vscode.window.registerTerminalProfileProvider('seaworthy.kubernetesShell', {
      provideTerminalProfile: async () => ((await isTrusted()) ? (await loaded()).profile() : undefined),
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => watchOnceConfigured()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seaworthy.kubeconfig')) watchOnceConfigured();
    }),
    { dispose: () => waiting?.dispose() },
  );
  let waiting: vscode.Disposable | undefined;
  setImmediate(watchOnceConfigured);

  /** Waits for a kubeconfig by the cheapest look: files are named, none is read. */
  function watchOnceConfigured(): void {
    if (!vscode.workspace.isTrusted) return;
    waiting?.dispose();
    waiting = firstOf(configuredPaths(), () => void loaded().then((helpers) => helpers.watchContext()));
  }
}

function configuredPaths(): string[] {
  const setting: unknown = vscode.workspace.getConfiguration('seaworthy').get('kubeconfig');
  const named = typeof setting === 'string' ? setting.trim() : '';
  return kubeconfigPaths(named, process.env.KUBECONFIG, homedir(), path.delimiter);
}

/** Untrusted workspaces run no program and read no kubeconfig. */
async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = 'Manage workspace trust';
  const message = 'Seaworthy runs kubectl and reads your kubeconfig in trusted workspaces only.';
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
  return false;
}
