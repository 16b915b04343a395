import * as vscode from 'vscode';
import { withoutLinks } from '../../server/protocol/notificationText';
import { type ServiceDescription, type ServiceFile, serviceFilesRequest } from '../../server/protocol/snippets';
import type { LanguageServer } from '../languageServer';
import { askForService, isServiceDescription } from './askForService';

/**
 * Writes the hardened files of a new service into a folder named for it, with a kustomization, and opens the first.
 *
 * @param parent the folder to put it into, as the explorer's menu names it; else the workspace folder
 * @param described the service, to write it without asking
 */
export async function newService(server: LanguageServer, parent?: unknown, described?: unknown): Promise<void> {
  const place = parent instanceof vscode.Uri ? parent : await placeForService();
  if (!place) return;
  const service = isServiceDescription(described) ? described : await askForService();
  if (!service) return;
  const files = await server.ask(serviceFilesRequest, service);
  const folder = vscode.Uri.joinPath(place, service.name);
  if (!(await mayWrite(folder, files))) return;
  await writeFiles(folder, files, service);
}

async function placeForService(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) {
    const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Where does the new service go?' });
    return picked?.uri;
  }
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Put the new service here',
  });
  return chosen?.[0];
}

/** Asks before anything that is there is replaced. */
async function mayWrite(folder: vscode.Uri, files: readonly ServiceFile[]): Promise<boolean> {
  const present = await entriesOf(folder);
  const replaced = files.filter(({ name }) => present.has(name)).map(({ name }) => name);
  if (replaced.length === 0) return true;
  const replace = 'Replace';
  const choice = await vscode.window.showWarningMessage(
    `The folder "${folder.path.slice(folder.path.lastIndexOf('/') + 1)}" has files of these names already.`,
    { modal: true, detail: replaced.join('\n') },
    replace,
  );
  return choice === replace;
}

async function entriesOf(folder: vscode.Uri): Promise<ReadonlySet<string>> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return new Set(entries.map(([name]) => name));
  } catch {
    // There is no such folder yet.
    return new Set();
  }
}

async function writeFiles(
  folder: vscode.Uri,
  files: readonly ServiceFile[],
  { name }: ServiceDescription,
): Promise<void> {
  try {
    await vscode.workspace.fs.createDirectory(folder);
    for (const file of files) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file.name), new TextEncoder().encode(file.text));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(withoutLinks(`The files of "${name}" could not be written: ${reason}`));
    return;
  }
  const [first] = files;
  if (first) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first.name));
}
