import * as vscode from 'vscode';

/** Where manifests are looked for; never in the old side of a comparison (`git`). */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** Whether the settings want manifests in JSON looked at. */
export function looksAtJson(): boolean {
  return vscode.workspace.getConfiguration('seaworthy').get<boolean>('json', false);
}

/** The documents that Seaworthy looks at as manifests. JSON is looked at when the settings say so. */
export function documentSelector(): { readonly scheme: string; readonly language: string }[] {
  const languages = looksAtJson() ? ['yaml', 'helm', 'json'] : ['yaml', 'helm'];
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

/** The documents that the language server is told of: manifests, and the seccomp profiles of nodes, which it explains. */
export function servedDocuments(): { scheme: string; language: string; pattern?: string }[] {
  const profiles = schemes.map((scheme) => ({ scheme, language: 'json', pattern: '**/{seccomp/**/*,*seccomp*}.json' }));
  return [...documentSelector(), ...profiles];
}

/** True for a document that Seaworthy looks at as a manifest. */
export function isLookedAt(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** True for a document that the language server is told of. */
export function isServed(document: vscode.TextDocument): boolean {
  return vscode.languages.match(servedDocuments(), document) > 0;
}
