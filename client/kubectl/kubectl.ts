import path from 'node:path';
import * as vscode from 'vscode';
import { helperById, runHelperCommand } from './catalogue/catalogue';
import { readKubeconfigInUse } from './kubeconfig/kubeconfigInUse';
import { showCurrentContext } from './kubeconfig/statusBar';
import { registerCodeLenses } from './manifest/codeLens';
import { privateFilesIn } from './manifest/privateFiles';
import { copyHostLine } from './run/hostLines';
import { runKubectlHelper, type Workshop } from './run/runHelper';
import { pickHelper } from './search/pickHelper';
import { kubernetesShell } from './terminal/kubernetesShell';
import { createTerminals } from './terminal/terminals';

/** The helpers, once they are loaded. */
export interface Kubectl {
  /** Runs a helper by its id, on a document; lets the user pick one without an id. */
  readonly runHelper: (id: string | undefined, uri: vscode.Uri | undefined) => Promise<void>;
  /** Offers to switch context or namespace. */
  readonly offerSwitching: () => Promise<void>;
  /** Starts the status bar and the code lenses. */
  readonly watchContext: () => void;
  /** The profile "Kubernetes shell". */
  readonly profile: () => Promise<vscode.TerminalProfile>;
}

/** Makes the helpers ready. Nothing is run or read yet. */
export function createKubectl(context: vscode.ExtensionContext): Kubectl {
  const files = privateFilesIn(path.join(context.globalStorageUri.fsPath, 'manifests'));
  const workshop: Workshop = { terminals: createTerminals(), files, memory: context.workspaceState };
  context.subscriptions.push(workshop.terminals, { dispose: () => files.removeAll() });
  void files.removeAll();

  async function runHelper(id: string | undefined, uri: vscode.Uri | undefined): Promise<void> {
    const chosen = id ?? (await pickHelper());
    if (chosen === undefined) return;
    const helper = helperById(chosen);
    if (!helper) return void vscode.window.showErrorMessage(`There is no kubectl helper "${chosen}".`);
    if (helper.kind === 'host') return copyHostLine(helper);
    if (helper.kind === 'shell') return openShell();
    await runKubectlHelper(workshop, helper, uri);
  }

  let isWatching = false;
  function watchContext(): void {
    if (isWatching) return;
    isWatching = true;
    const current = showCurrentContext();
    context.subscriptions.push(current, registerCodeLenses(current));
  }

  async function openShell(): Promise<void> {
    vscode.window.createTerminal(await shellOptions()).show();
  }

  async function shellOptions(): Promise<vscode.TerminalOptions> {
    const inUse = await readKubeconfigInUse();
    return kubernetesShell(context.asAbsolutePath('shell'), inUse.kind === 'in use' ? inUse.files : []);
  }

  const profile = async () => new vscode.TerminalProfile(await shellOptions());

  return { runHelper, offerSwitching, watchContext, profile };
}

async function offerSwitching(): Promise<void> {
  const chosen = await vscode.window.showQuickPick(
    [
      { label: '$(list-tree) Switch namespace…', id: 'switch-namespace' },
      { label: '$(server-environment) Switch context…', id: 'switch-context' },
      { label: '$(terminal) Run kubectl helper…', id: undefined },
    ],
    { placeHolder: 'Kubernetes context and namespace' },
  );
  if (chosen) await vscode.commands.executeCommand(runHelperCommand, { id: chosen.id });
}
