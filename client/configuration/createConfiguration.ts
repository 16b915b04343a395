import * as vscode from 'vscode';
import {
  type ConfigurationChoices,
  configurationChoicesRequest,
  type NewConfigurationParams,
  newConfigurationRequest,
} from '../../server/protocol/configuration';
import { withoutLinks } from '../../server/protocol/notificationText';
import { configurationFile } from '../../server/protocol/starting';
import type { LanguageServer } from '../languageServer';

/**
 * Writes a commented `.seaworthy.yaml` into a workspace folder and opens it; one that is there already is opened as it is.
 * Whoever cancels leaves nothing behind.
 */
export async function createConfiguration(startedServer: () => Promise<LanguageServer>): Promise<void> {
  const folder = await askForFolder();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, configurationFile);
  if (!(await isThere(file))) {
    const server = await startedServer();
    const chosen = await askForChoices(await server.ask(configurationChoicesRequest, {}), folder);
    if (!chosen) return;
    const text = await server.ask(newConfigurationRequest, chosen);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
    if (!(await vscode.workspace.applyEdit(edit))) {
      await vscode.window.showErrorMessage(withoutLinks(`Seaworthy could not write ${file.fsPath}.`));
      return;
    }
  }
  // Opened by the editor itself: VS Code keeps what an extension opens for minutes, whatever becomes of the file.
  await vscode.commands.executeCommand('vscode.open', file);
}

async function askForFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder is the configuration for?' });
  }
  if (folders.length === 0) {
    const open = 'Open folder…';
    const message = 'A configuration belongs to a folder, and none is open.';
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder');
    }
  }
  return folders[0];
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function askForChoices(
  { profiles, defaultProfile, versions }: ConfigurationChoices,
  folder: vscode.WorkspaceFolder,
): Promise<NewConfigurationParams | undefined> {
  // What the settings said until now goes on to count: a configuration file takes their place.
  const settings = vscode.workspace.getConfiguration('seaworthy', folder);
  const preferred = settings.get<string>('profile') ?? defaultProfile;
  const profile = await pick(
    profiles.map(({ word, meaning }) => ({ label: word, detail: meaning, value: word })),
    preferred,
    'Which rules are checked?',
    1,
  );
  if (profile === undefined) return undefined;
  const newest = { label: 'Newest known version', description: `${versions[0]} today`, value: '' };
  const version = await pick(
    [newest, ...versions.map((value) => ({ label: value, value }))],
    settings.get<string>('kubernetesVersion') ?? '',
    'Which version of Kubernetes are the manifests for?',
    2,
  );
  if (version === undefined) return undefined;
  return { profile, ...(version !== '' && { kubernetesVersion: version }) };
}

interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

/** Asks for one of some choices, the preferred one first at hand; undefined if the user cancels. */
function pick(
  choices: readonly Choice[],
  preferred: string,
  placeholder: string,
  step: number,
): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<Choice>();
  Object.assign(list, { title: 'Create configuration', placeholder, step, totalSteps: 2, items: choices });
  list.activeItems = choices.filter(({ value }) => value === preferred);
  return new Promise<string | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.value);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
