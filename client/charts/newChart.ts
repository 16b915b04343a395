import * as vscode from 'vscode';
import { type ManifestText, newChartRequest } from '../../server/protocol/newChart';
import { withoutLinks } from '../../server/protocol/notificationText';
import { writeNewFiles } from '../documents/newFiles';
import type { LanguageServer } from '../languageServer';

/**
 * Makes a chart of manifests, writes it into a folder of its own and opens its values.
 *
 * @param asked the manifest that the explorer's menu was opened on; else the one in the editor
 * @param selected all that are selected in the explorer
 * @param target the chart's folder, to write it without asking
 */
export async function newChart(server: LanguageServer, asked?: unknown, selected?: unknown, target?: unknown) {
  const manifests = chosenManifests(asked, selected);
  const [first] = manifests;
  if (!first) {
    void vscode.window.showInformationMessage('Open a manifest first, or select some in the explorer.');
    return;
  }
  const folder = target instanceof vscode.Uri ? target : await askForFolder(first, manifests.length);
  if (!folder) return;
  const name = lastName(folder);
  const chart = await server.ask(newChartRequest, { name, manifests: await Promise.all(manifests.map(textOf)) });
  if (chart.state === 'refused') {
    void vscode.window.showErrorMessage(withoutLinks(`There is no new chart. ${chart.reason}`));
    return;
  }
  const values = chart.files.find(({ path }) => path === 'values.yaml');
  if (!(await writeNewFiles(folder, chart.files, values))) return;
  const objects =
    chart.objects === 1 ? 'the same object as the manifest' : `the same ${chart.objects} objects as the manifests`;
  const empty = chart.empty.length === 0 ? '' : ` No object is in ${chart.empty.join(', ')}.`;
  void vscode.window.showInformationMessage(withoutLinks(`The chart "${name}" renders ${objects}.${empty}`));
}

function chosenManifests(asked: unknown, selected: unknown): vscode.Uri[] {
  const several = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
  if (several.length > 0) return several.filter((uri) => /\.(?:ya?ml|json)$/i.test(uri.path));
  if (asked instanceof vscode.Uri) return [asked];
  const open = vscode.window.activeTextEditor?.document;
  return open && /^(?:yaml|json|helm)$/.test(open.languageId) ? [open.uri] : [];
}

/** The chart is called like its folder, which is proposed by the only manifest's name, else by that of their folder. */
async function askForFolder(manifest: vscode.Uri, count: number): Promise<vscode.Uri | undefined> {
  const around = manifest.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(manifest, '..');
  const holder = vscode.workspace.getWorkspaceFolder(manifest) ?? vscode.workspace.workspaceFolders?.[0];
  const workspace = holder?.uri ?? around;
  if (!workspace) {
    void vscode.window.showInformationMessage('Save the manifest or open a folder first: the chart goes beside it.');
    return undefined;
  }
  const stem = count > 1 && around ? lastName(around) : lastName(manifest).replace(/\.\w+$/, '');
  const name = stem.replace(/[^A-Za-z0-9._-]+/g, '-') || 'chart';
  const value = `charts/${name}`;
  const path = await vscode.window.showInputBox({
    title: 'New chart from these manifests',
    prompt: `The chart's folder in ${lastName(workspace)}. The chart is called like its last part.`,
    value,
    valueSelection: [value.length - name.length, value.length],
    validateInput: (written) => (isPath(written) ? undefined : 'Write a path such as charts/shop.'),
  });
  return path === undefined ? undefined : vscode.Uri.joinPath(workspace, path);
}

function isPath(written: string): boolean {
  return written.split('/').every((part) => /^[A-Za-z0-9._-]+$/.test(part) && !/^\.+$/.test(part));
}

/** What is typed counts before it is saved. */
async function textOf(uri: vscode.Uri): Promise<ManifestText> {
  const name = vscode.workspace.asRelativePath(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return { name, text };
}

function lastName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
