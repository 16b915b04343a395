import path from 'node:path';
import * as vscode from 'vscode';
import {
  isManifest,
  isTemplate,
  type ManifestAtCursor,
  manifestAtCursor,
  type NamespacesOfText,
  namespacesOf,
} from './manifestAtCursor';
import type { PrivateFiles } from './privateFiles';

/** The option by which kubectl reads a manifest, and what must be removed afterwards. */
export type ManifestFile =
  | {
      readonly kind: 'file';
      readonly flag: string;
      readonly namespaces: NamespacesOfText;
      readonly privateFile?: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

const kustomizations = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** The document that a helper is about: the one clicked on, else the active editor's. */
export async function documentOf(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  if (!uri) return vscode.window.activeTextEditor?.document;
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    // A folder or a binary file holds no manifest.
    () => undefined,
  );
}

/** What the manifest at the cursor of a document suggests. */
export function manifestIn(document: vscode.TextDocument | undefined): ManifestAtCursor | undefined {
  if (!document || !isManifest(document.getText())) return undefined;
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  return manifestAtCursor(document.getText(), editor ? document.offsetAt(editor.selection.active) : 0);
}

/** What the editor shows of a document, as a file for kubectl: the saved one, or a private copy of what is not saved. */
export async function fileOf(document: vscode.TextDocument | undefined, files: PrivateFiles): Promise<ManifestFile> {
  if (!document) return refused('Open a manifest first: this is about the file in the active editor.');
  const { fsPath, scheme } = document.uri;
  const isSaved = scheme === 'file' && !document.isDirty;
  if (isSaved && kustomizations.has(path.basename(fsPath))) {
    return { kind: 'file', flag: `--kustomize=${path.dirname(fsPath)}`, namespaces: { named: [], someNameNone: true } };
  }
  const text = document.getText();
  const problem = problemOf(text, path.basename(fsPath));
  if (problem) return refused(problem);
  if (isSaved) return { kind: 'file', flag: `--filename=${fsPath}`, namespaces: namespacesOf(text) };
  return privateCopy(text, files);
}

/** The selection, or without one the clipboard, as a private file for kubectl. */
export async function fileOfCopiedText(files: PrivateFiles): Promise<ManifestFile> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const text = selected || (await vscode.env.clipboard.readText());
  const problem = problemOf(text, selected ? 'The selection' : 'The clipboard');
  return problem ? refused(problem) : privateCopy(text, files);
}

async function privateCopy(text: string, files: PrivateFiles): Promise<ManifestFile> {
  const file = await files.write(text);
  return { kind: 'file', flag: `--filename=${file}`, namespaces: namespacesOf(text), privateFile: file };
}

function problemOf(text: string, name: string): string | undefined {
  if (isTemplate(text))
    return `${name} holds Helm templates, which kubectl can't read. Render it first: helm template.`;
  if (!isManifest(text)) return `${name} holds no manifest: a manifest has apiVersion and kind.`;
  return undefined;
}

function refused(reason: string): ManifestFile {
  return { kind: 'refused', reason };
}
