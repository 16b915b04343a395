import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

/** A chart on disk. */
export interface ChartFolder {
  readonly uriOf: (name: string) => vscode.Uri;
  /** Closes all editors without saving, and takes the chart away. */
  readonly remove: () => Promise<void>;
}

/** Writes a chart of these files into a folder of its own. */
export async function chartFolder(files: Readonly<Record<string, string>>): Promise<ChartFolder> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'seaworthy-integration-')), 'shop');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return {
    uriOf: (name) => vscode.Uri.file(path.join(folder, name)),
    async remove() {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(path.dirname(folder), { recursive: true, force: true });
    },
  };
}
