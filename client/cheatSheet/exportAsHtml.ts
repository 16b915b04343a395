import * as vscode from 'vscode';
import { withoutLinks } from '../../server/protocol/notificationText';
import type { ContentFiles } from './contentFiles';
import { type ExportScope, exportedHtml } from './exportedHtml';

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope: ExportScope;
  readonly fileName: string;
}

const scopes: readonly ScopeItem[] = [
  {
    scope: 'practices',
    label: 'Practices only',
    detail: 'The sections with their diagrams, commands and YAML: fewer than 40 printed pages.',
    fileName: 'kubernetes-cheat-sheet.html',
  },
  {
    scope: 'everything',
    label: 'Everything',
    detail: 'All kubectl helpers, rules and snippets besides: some 280 printed pages.',
    fileName: 'kubernetes-cheat-sheet-with-rules.html',
  },
];

/** Asks what and where to, and writes it as one file that any browser shows and prints. */
export async function exportAsHtml(content: ContentFiles): Promise<void> {
  const title = 'Export cheat-sheet as HTML';
  const picked = await vscode.window.showQuickPick(scopes, { title, placeHolder: 'What should the file hold?' });
  if (!picked) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    title,
    filters: { HTML: ['html'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, picked.fileName) }),
  });
  if (!file) return;
  const [sections, pages, styles, exportStyles] = await Promise.all([
    content.sections(),
    content.allPages(),
    content.styles(),
    content.exportStyles(),
  ]);
  const html = exportedHtml({ sections, pages, styles, exportStyles }, picked.scope);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  const show = 'Open';
  const choice = await vscode.window.showInformationMessage(
    withoutLinks(`The cheat-sheet was written to ${file.path}.`),
    show,
  );
  if (choice === show) await vscode.env.openExternal(file);
}
