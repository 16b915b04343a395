import * as vscode from 'vscode';
import { type Hardening, type HardeningsParams, hardeningsRequest } from '../../server/protocol/actions';
import { writePlacedTexts } from '../documents/placedTexts';
import type { LanguageServer } from '../languageServer';
import { showLeftToDecide } from './leftToDecide';

/** Hardens the workload at the cursor, or the file, to the level that the user picks. */
export async function hardenAt(server: LanguageServer, target: HardeningsParams['target']): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const asked = { uri: document.uri.toString(), position: selection.active, target };
  const hardenings = await server.ask(hardeningsRequest, asked);
  if (hardenings.length === 0) {
    const what = target === 'file' ? 'In this file' : 'At the cursor';
    await vscode.window.showInformationMessage(`${what} there is nothing that hardening could change.`);
    return;
  }
  const hardening = await pickedHardening(hardenings);
  if (!hardening) return;
  if (!(await writePlacedTexts(document.uri, hardening.edits))) {
    await vscode.window.showErrorMessage('Nothing was written: the file has changed meanwhile.');
  } else if (hardening.left.left.length > 0) {
    await showLeftToDecide(hardening.left);
  }
}

async function pickedHardening(hardenings: readonly Hardening[]): Promise<Hardening | undefined> {
  const rows = hardenings.map((hardening) => ({ label: hardening.title, hardening }));
  const options = { title: 'Harden', placeHolder: 'How far? One undo takes it back.' };
  return (await vscode.window.showQuickPick(rows, options))?.hardening;
}
