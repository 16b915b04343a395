import * as vscode from 'vscode';
import {
  type RuleSettingAnswer,
  type RuleSettingParams,
  ruleSettingRequest,
  withoutLinks,
} from '../../server/protocol';
import type { LanguageServer } from '../languageServer';

/** Sets a rule where the configuration of a document is kept; asks for the severity where none is given. */
export async function setRule(server: LanguageServer, params: unknown): Promise<void> {
  if (!isRuleSetting(params)) return;
  const answer = await server.ask<RuleSettingAnswer>(ruleSettingRequest, params);
  switch (answer.outcome) {
    case 'choices': {
      const setting = await askForSetting(params.rule, answer.settings);
      if (setting !== undefined) await setRule(server, { ...params, setting });
      return;
    }
    case 'edits':
      return changeFile(answer);
    case 'settings':
      return changeSettings(params);
    case 'by hand':
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(answer.uri));
      await vscode.window.showWarningMessage(withoutLinks(answer.message));
  }
}

async function askForSetting(
  rule: string,
  settings: Extract<RuleSettingAnswer, { outcome: 'choices' }>['settings'],
): Promise<string | undefined> {
  const items = settings.map(({ word, meaning, isCurrent }) => ({
    label: word,
    detail: meaning,
    ...(isCurrent && { description: 'now' }),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: `How bad is what ${rule} finds?` }))?.label;
}

/** What was closed or saved is saved again, what the user is changing stays unsaved. */
async function changeFile({ uri, edits }: Extract<RuleSettingAnswer, { outcome: 'edits' }>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ start, end, newText }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  if ((await vscode.workspace.applyEdit(edit)) && !wasDirty) await document.save();
}

async function changeSettings({ uri, rule, setting }: RuleSettingParams): Promise<void> {
  const resource = vscode.Uri.parse(uri);
  const settings = vscode.workspace.getConfiguration('seaworthy', resource);
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(resource) !== undefined;
  const known = settings.inspect<Record<string, string>>('rules');
  const before = isInWorkspace ? (known?.workspaceFolderValue ?? known?.workspaceValue) : known?.globalValue;
  const target = !isInWorkspace
    ? vscode.ConfigurationTarget.Global
    : known?.workspaceFolderValue
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Workspace;
  await settings.update('rules', { ...before, [rule]: setting }, target);
}

function isRuleSetting(params: unknown): params is RuleSettingParams {
  return (
    typeof params === 'object' &&
    params !== null &&
    'uri' in params &&
    typeof params.uri === 'string' &&
    'rule' in params &&
    typeof params.rule === 'string'
  );
}
