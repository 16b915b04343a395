import * as vscode from 'vscode';
import type { SnippetSummary } from '../../server/protocol/snippets';

const scheme = 'seaworthy-snippet';
const address = vscode.Uri.from({ scheme, path: '/Snippet preview' });

/** Long enough not to open anything while somebody holds an arrow key down. */
const delay = 80;

/** A read-only editor below the current one, where no list covers it, that shows the snippet which a list is about. */
export interface SnippetPreview {
  /** Shows a snippet in place of the one before. */
  readonly show: (snippet: SnippetSummary) => void;
  /** Closes the editor, and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** Opens a preview and leaves the focus where it was. */
export async function openSnippetPreview(): Promise<SnippetPreview> {
  let text = '';
  let timer: NodeJS.Timeout | undefined;
  let shown: Promise<void> = Promise.resolve();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  });
  const column = await openBelow();
  return {
    show({ preview, language }) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        text = `${preview}\n`;
        changed.fire(address);
        shown = shown.then(() => reveal(language, column)).catch(() => undefined);
      }, delay);
    },
    async close() {
      clearTimeout(timer);
      await shown;
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(showsPreview);
      await vscode.window.tabGroups.close(tabs, true);
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Opens the empty preview in a group below the editor at hand, and gives back that group's column. */
async function openBelow(): Promise<vscode.ViewColumn> {
  const current = vscode.window.activeTextEditor;
  if (current) await vscode.commands.executeCommand('workbench.action.newGroupBelow');
  const document = await vscode.workspace.openTextDocument(address);
  const preview = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Active });
  const column = preview.viewColumn ?? vscode.ViewColumn.Active;
  if (current?.viewColumn !== undefined) {
    await vscode.window.showTextDocument(current.document, { viewColumn: current.viewColumn });
  }
  return column;
}

async function reveal(language: string, viewColumn: vscode.ViewColumn): Promise<void> {
  const document = await vscode.workspace.openTextDocument(address);
  const known = await vscode.languages.getLanguages();
  await vscode.languages.setTextDocumentLanguage(document, known.includes(language) ? language : 'plaintext');
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true });
}

function showsPreview({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputText && input.uri.scheme === scheme;
}
