import * as vscode from 'vscode';
import { withoutLinks } from '../../server/protocol/notificationText';

/** A file of a new folder; the path goes from there with `/`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes files into a folder, and opens the first; asks before anything that is there is replaced. True if they were written. */
export async function writeNewFiles(
  folder: vscode.Uri,
  files: readonly NewFile[],
  opened = files[0],
): Promise<boolean> {
  if (!(await mayWrite(folder, files))) return false;
  try {
    // Folders on the way are made with it.
    for (const { path, text } of files) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      withoutLinks(`The files of "${nameOf(folder)}" could not be written: ${reason}`),
    );
    return false;
  }
  if (opened) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, opened.path));
  return true;
}

async function mayWrite(folder: vscode.Uri, files: readonly NewFile[]): Promise<boolean> {
  const there = await Promise.all(files.map(({ path }) => isThere(vscode.Uri.joinPath(folder, path))));
  const replaced = files.filter((_, index) => there[index]).map(({ path }) => path);
  if (replaced.length === 0) return true;
  const replace = 'Replace';
  const choice = await vscode.window.showWarningMessage(
    `The folder "${nameOf(folder)}" has files of these names already.`,
    { modal: true, detail: replaced.join('\n') },
    replace,
  );
  return choice === replace;
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function nameOf(folder: vscode.Uri): string {
  return folder.path.slice(folder.path.lastIndexOf('/') + 1);
}
