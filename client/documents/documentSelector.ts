import * as vscode from 'vscode';

/** Where manifests are looked for; never in the old side of a comparison (`git`). */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** Whether manifests in JSON are looked at; settings of old may say that they are not. */
export function looksAtJson(): boolean {
  return vscode.workspace.getConfiguration('seaworthy').get<boolean>('json', true);
}

/** The documents that Seaworthy looks at as manifests. */
export function documentSelector(): { readonly scheme: string; readonly language: string }[] {
  const languages = looksAtJson() ? ['yaml', 'helm', 'json'] : ['yaml', 'helm'];
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

/**
 * The documents that the language server is told of: manifests, the seccomp profiles of nodes, which it explains, and what
 * charts consist of, whatever language other extensions take that for.
 */
export function servedDocuments(): { scheme: string; language?: string; pattern?: string }[] {
  return [...documentSelector(), ...profiles, ...chartFiles];
}

const profiles = schemes.map((scheme) => ({ scheme, language: 'json', pattern: '**/{seccomp/**/*,*seccomp*}.json' }));

const chartFiles = schemes.flatMap((scheme) => [
  { scheme, pattern: '**/templates/**/*.{yaml,yml,tpl}' },
  { scheme, pattern: '**/templates/**/NOTES.txt' },
  { scheme, pattern: '**/values.schema.json' },
]);

/** True for a document that Seaworthy looks at as a manifest. */
export function isLookedAt(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0 && !isOtherJson(document);
}

/** True for a document for which the language server is needed. */
export function isServed(document: vscode.TextDocument): boolean {
  return isLookedAt(document) || vscode.languages.match([...profiles, ...chartFiles], document) > 0;
}

/** A letter that is written with an escape: keys may be, and no search finds them. */
const escapedLetter = /\\(?:u00|x)[4-7][0-9a-f]/i;

const glances = new WeakMap<vscode.TextDocument, { readonly version: number; readonly isOther: boolean }>();

/** JSON has many uses: what has no word of a kind and a version is no manifest, and needs no server. */
function isOtherJson(document: vscode.TextDocument): boolean {
  const { languageId, version } = document;
  if (languageId !== 'json') return false;
  const known = glances.get(document);
  if (known?.version === version) return known.isOther;
  const text = document.getText();
  const isOther = !(text.includes('kind') && text.includes('apiVersion')) && !escapedLetter.test(text);
  glances.set(document, { version, isOther });
  return isOther;
}
