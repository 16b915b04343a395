import * as vscode from 'vscode';

/** What VS Code's conditions call the files in editors that belong to a chart. */
const contextKey = 'seaworthy.chartFiles';

/** Tells VS Code which of the files that it shows belong to a chart, so that it offers what there is for them. */
export function followChartFiles(): vscode.Disposable {
  const known = new Map<string, Promise<boolean>>();
  const follow = async () => {
    const files: Record<string, boolean> = {};
    for (const { document } of vscode.window.visibleTextEditors) {
      const { uri } = document;
      if (await belongsToChart(uri, known)) files[uri.toString()] = true;
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
  const [, folder = '', file = ''] = /^(.*)\/(templates\/.+|[^/]+|ci\/[^/]+)$/.exec(uri.path) ?? [];
  if (!/^(?:templates\/.+\.(?:ya?ml|tpl|txt|json)|(?:ci\/)?[^/]*values[^/]*\.ya?ml|Chart\.yaml)$/.test(file))
    return false;
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
