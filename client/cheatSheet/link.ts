import * as vscode from 'vscode';

/** The link that opens a place of the cheat-sheet in VS Code, from anywhere; the extension handles links of this form. */
export function cheatSheetLink({ extension }: vscode.ExtensionContext, address: string): string {
  return `${vscode.env.uriScheme}://${extension.id}/${address}`;
}
