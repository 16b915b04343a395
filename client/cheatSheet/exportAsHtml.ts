import * as vscode from 'vscode';
import { withoutLinks } from '../../server/protocol';
import type { ContentFiles } from './contentFiles';
import { tableOfContents } from './panelHtml';

/** Asks where to, and writes the whole cheat-sheet as one file that any browser shows and prints. */
export async function exportAsHtml(content: ContentFiles): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = 'kubernetes-cheat-sheet.html';
  const file = await vscode.window.showSaveDialog({
    title: 'Export the cheat-sheet as HTML',
    filters: { HTML: ['html'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(await exportedHtml(content)));
  const show = 'Open';
  const choice = await vscode.window.showInformationMessage(
    withoutLinks(`The cheat-sheet was written to ${file.path}.`),
    show,
  );
  if (choice === show) await vscode.env.openExternal(file);
}

/** The whole cheat-sheet as one HTML file without scripts. */
export async function exportedHtml(content: ContentFiles): Promise<string> {
  const [styles, exportStyles, sections, pages] = await Promise.all([
    content.styles(),
    content.exportStyles(),
    content.sections(),
    content.allPages(),
  ]);
  const articles = pages.map(([address, { html }]) => `<article id="${address}">\n${html}</article>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kubernetes cheat-sheet</title>
<style>
${exportStyles}
${styles}
</style>
</head>
<body class="exported">
<nav aria-label="Contents">${tableOfContents(sections)}</nav>
<main>
${articles.join('\n')}
</main>
</body>
</html>
`;
}
