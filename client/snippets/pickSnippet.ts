import * as vscode from 'vscode';
import type { SnippetSummary } from '../../server/protocol/snippets';
import { openSnippetPreview } from './snippetPreview';

interface SnippetItem extends vscode.QuickPickItem {
  readonly snippet?: SnippetSummary;
}

/** How a list names the parts that snippets are for. */
const groups: Readonly<Record<string, string>> = {
  document: 'Whole documents',
  pod: 'Parts of a pod',
  'pod metadata': 'Parts of a pod',
  container: 'Parts of a container',
  Namespace: 'Parts of a Namespace',
  'falco rules': 'Falco rules',
  'falco configuration': 'Falco configuration',
  'helm helpers': 'Helm helpers',
  'other language': 'Seccomp and AppArmor profiles',
};

/** Shows all snippets in a list that can be searched, the one at hand as a preview below. */
export async function pickSnippet(snippets: readonly SnippetSummary[]): Promise<SnippetSummary | undefined> {
  const preview = await openSnippetPreview();
  const list = vscode.window.createQuickPick<SnippetItem>();
  list.title = 'Insert practice snippet';
  list.placeholder = 'Search by name, prefix or description';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  // The preview opens in an editor, which takes no focus but is counted as if it did.
  list.ignoreFocusOut = true;
  list.items = itemsOf(snippets);
  list.onDidChangeActive(([item]) => {
    if (item?.snippet) preview.show(item.snippet);
  });
  try {
    return await new Promise<SnippetSummary | undefined>((resolve) => {
      list.onDidAccept(() => resolve(list.activeItems[0]?.snippet));
      list.onDidHide(() => resolve(undefined));
      list.show();
    });
  } finally {
    list.dispose();
    await preview.close();
  }
}

function itemsOf(snippets: readonly SnippetSummary[]): SnippetItem[] {
  const grouped = new Map<string, SnippetSummary[]>();
  for (const snippet of snippets) {
    const group = groups[snippet.fits] ?? snippet.fits;
    grouped.set(group, [...(grouped.get(group) ?? []), snippet]);
  }
  return [...grouped].flatMap(([group, members]): SnippetItem[] => [
    { label: group, kind: vscode.QuickPickItemKind.Separator },
    ...members.map((snippet) => ({
      label: snippet.title,
      description: snippet.prefixes.join(', '),
      detail: snippet.description,
      snippet,
    })),
  ]);
}
