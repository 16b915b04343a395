import { URI } from 'vscode-uri';

/** The address of a file, spelt as editors spell it. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}
