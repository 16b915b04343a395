import * as vscode from 'vscode';

/** Where manifests are looked for; never in the old side of a comparison (`git`). */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** The documents that Seaworthy looks at. JSON is looked at when the settings say so. */
export function documentSelector(): { readonly scheme: string; readonly language: string }[] {
  const readsJson = vscode.workspace.getConfiguration('seaworthy').get<boolean>('json', false);
  const languages = readsJson ? ['yaml', 'helm', 'json'] : ['yaml', 'helm'];
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

/** True for a document that Seaworthy looks at. */
export function isLookedAt(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}
