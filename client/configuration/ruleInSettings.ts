import * as vscode from 'vscode';

type Rules = Record<string, string>;

/** Where the settings say how bad the findings of rules are. */
interface RuleSettings {
  readonly target: vscode.ConfigurationTarget;
  /** What they say at the moment. */
  readonly rules: Rules | undefined;
}

/** The settings that a change for a document goes to: those of its folder if they say anything, else of the workspace, else the user's. */
export function settingsFor(resource: vscode.Uri): RuleSettings {
  const known = vscode.workspace.getConfiguration('seaworthy', resource).inspect<Rules>('rules');
  if (!vscode.workspace.getWorkspaceFolder(resource)) {
    return { target: vscode.ConfigurationTarget.Global, rules: known?.globalValue };
  }
  if (known?.workspaceFolderValue) {
    return { target: vscode.ConfigurationTarget.WorkspaceFolder, rules: known.workspaceFolderValue };
  }
  return { target: vscode.ConfigurationTarget.Workspace, rules: known?.workspaceValue };
}

/** `the user settings`. */
export function nameOf(target: vscode.ConfigurationTarget): string {
  if (target === vscode.ConfigurationTarget.Global) return 'the user settings';
  return target === vscode.ConfigurationTarget.Workspace ? 'the workspace settings' : 'the folder settings';
}

/** Sets a rule; gives back the name of the settings, and how to take it back. */
export async function changeSettings(
  resource: vscode.Uri,
  rule: string,
  setting: string | undefined,
): Promise<{ readonly name: string; readonly undo: () => Promise<void> }> {
  const { target, rules } = settingsFor(resource);
  const write = async (value: Rules | undefined) =>
    vscode.workspace.getConfiguration('seaworthy', resource).update('rules', value, target);
  await write({ ...rules, ...(setting !== undefined && { [rule]: setting }) });
  return { name: nameOf(target), undo: () => write(rules) };
}
