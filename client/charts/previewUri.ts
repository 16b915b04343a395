import * as vscode from 'vscode';

/** The scheme of texts that charts render. */
export const renderedScheme = 'seaworthy-rendered';

/** The address of what a chart's file renders: its name is what the tab says. */
export function previewUri(source: vscode.Uri): vscode.Uri {
  const names = source.path.split('/');
  const isTemplate = names.includes('templates');
  const name = (isTemplate ? names.at(-1) : names.at(-2)) ?? '';
  const shown = /\.ya?ml$/i.test(name) ? name : `${name}.yaml`;
  return vscode.Uri.from({
    scheme: renderedScheme,
    // Other extensions know templates by their folder.
    path: [
      ...names.slice(0, -1).map((folder) => (folder === 'templates' ? 'rendered' : folder)),
      `Rendered ${shown}`,
    ].join('/'),
    query: source.toString(),
  });
}

/** The file whose rendering an address stands for. */
export function sourceOf(preview: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(preview.query, true);
}
