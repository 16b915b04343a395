import * as vscode from 'vscode';
import { chartFolderOf } from './chartFolderOf';

/** What VS Code's conditions call the files in editors that belong to a chart. */
const contextKey = 'seaworthy.chartFiles';

/** Tells VS Code which of the files that it shows belong to a chart, so that it offers what there is for them. */
export function followChartFiles(): vscode.Disposable {
  const known = new Map<string, Promise<boolean>>();
  const follow = async () => {
    // VS Code writes addresses as it knows them itself, which are others where it runs on another machine.
    const files: vscode.Uri[] = [];
    for (const { document } of vscode.window.visibleTextEditors) {
      const { uri } = document;
      if (await belongsToChart(uri, known)) files.push(uri);
    }
    await vscode.commands.executeCommand('setContext', contextKey, files);
  };
  void follow();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(() => void follow()),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (!uri.path.endsWith('/Chart.yaml')) return;
      known.clear();
      void follow();
    }),
  );
}

/** True for a template, and for the files that say what a chart is and what its values are. */
async function belongsToChart(uri: vscode.Uri, known: Map<string, Promise<boolean>>): Promise<boolean> {
  const folder = chartFolderOf(uri.path);
  if (folder === undefined) return false;
  const chart = uri.with({ path: `${folder}/Chart.yaml` });
  const key = chart.toString();
  const found = known.get(key) ?? exists(chart);
  known.set(key, found);
  return found;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
