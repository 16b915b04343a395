import * as vscode from 'vscode';
import type { Decision } from '../../server/protocol/documents';
import { valueAt } from '../../server/unknownJson';

/** The oldest version whose APIs are known. */
const oldestMinor = 16;

/** Asks for a profile and writes it into the settings; where a configuration file has the say, it is opened instead. */
export async function changeProfile(extension: vscode.Extension<unknown>, decision?: Decision): Promise<void> {
  if (await openedAt(decision, 'profile')) return;
  const current = decision?.profile ?? settings().get<string>('profile');
  const items = profiles(extension).map(({ name, detail }) => ({
    label: name,
    detail,
    ...(name === current && { description: 'in force' }),
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Which rules shall be checked?' });
  if (chosen) await write('profile', chosen.label);
}

/** Asks for the cluster's version and writes it into the settings; where a configuration file has the say, it is opened instead. */
export async function changeKubernetesVersion(decision?: Decision): Promise<void> {
  if (!decision || (await openedAt(decision, 'kubernetesVersion'))) return;
  const current = settings().get<string>('kubernetesVersion', '');
  const minor = Number(decision.newestVersion.split('.')[1]);
  const versions = Array.from({ length: minor - oldestMinor + 1 }, (_, index) => `1.${minor - index}`);
  const items = [
    { label: 'Newest known', value: '', detail: `${decision.newestVersion} at present` },
    ...versions.map((version) => ({ label: version, value: version })),
  ].map((item) => ({ ...item, ...(item.value === current && { description: 'in force' }) }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which Kubernetes version are the manifests for?',
    matchOnDetail: true,
  });
  if (chosen) await write('kubernetesVersion', chosen.value === '' ? undefined : chosen.value);
}

/** Has all manifests of the workspace checked, or the open ones alone. */
export function setWholeWorkspace(isWanted: boolean): Promise<void> {
  return write('workspace', isWanted ? 'all' : 'open');
}

/** Opens the configuration file that governs, with the cursor at a key; false where there is none. */
export async function openedAt(decision: Decision | undefined, key?: string): Promise<boolean> {
  if (decision?.configuration === undefined) return false;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(decision.configuration));
  const offset = key === undefined ? -1 : document.getText().search(new RegExp(`^["']?${key}["']?\\s*:`, 'm'));
  const line = document.lineAt(document.positionAt(Math.max(0, offset)).line);
  const cursor = offset < 0 ? new vscode.Position(0, 0) : line.range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(cursor, cursor) });
  return true;
}

/** Writes a setting where it is set already, else into the workspace if there is one. */
async function write(name: string, value: string | undefined): Promise<void> {
  const { workspaceFolderValue } = settings().inspect(name) ?? {};
  const inWorkspace = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const target = workspaceFolderValue === undefined ? inWorkspace : vscode.ConfigurationTarget.WorkspaceFolder;
  await settings().update(name, value, target);
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('seaworthy', vscode.window.activeTextEditor?.document.uri);
}

/** The profiles as the extension's own settings list them. */
function profiles({ packageJSON }: vscode.Extension<unknown>): { readonly name: string; readonly detail: string }[] {
  const properties: unknown = packageJSON?.contributes?.configuration?.properties;
  const profile = valueAt(properties, 'seaworthy.profile');
  const [names, details] = [valueAt(profile, 'enum'), valueAt(profile, 'enumDescriptions')];
  if (!Array.isArray(names) || !Array.isArray(details)) return [];
  return names.map((name, index) => ({ name: String(name), detail: String(details[index] ?? '') }));
}
