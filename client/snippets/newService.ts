import * as vscode from 'vscode';
import { serviceFilesRequest } from '../../server/protocol/snippets';
import { writeNewFiles } from '../documents/newFiles';
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
  const named = files.map(({ name: path, text }) => ({ path, text }));
  await writeNewFiles(vscode.Uri.joinPath(place, service.name), named);
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
