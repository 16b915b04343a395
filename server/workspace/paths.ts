import { URI } from 'vscode-uri';

/** The folder of a file. Paths are absolute, with `/` between folders. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The address of a file, spelt as editors spell it. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file` address. */
export function filePathOf(uri: string): string {
  return URI.parse(uri).fsPath.replaceAll('\\', '/');
}
