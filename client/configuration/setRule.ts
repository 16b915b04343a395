import * as vscode from 'vscode';
import {
  type RuleSettingAnswer,
  type RuleSettingParams,
  type RulesParams,
  ruleSettingRequest,
} from '../../server/protocol/configuration';
import { withoutLinks } from '../../server/protocol/notificationText';
import { textAt, valueAt } from '../../server/unknownJson';
import type { LanguageServer } from '../languageServer';
import { changeSettings, nameOf, settingsFor } from './ruleInSettings';

/** Sets a rule where the configuration of a document is kept; asks for the rule and the severity where they aren't given. */
export async function setRule(server: LanguageServer, asked: unknown): Promise<void> {
  const params = isRules(asked) ? await pickedRule(asked) : asked;
  if (!isRuleSetting(params)) return;
  const answer = await server.ask(ruleSettingRequest, params);
  switch (answer.outcome) {
    case 'choices': {
      const setting = await askForSetting(params, answer);
      if (setting !== undefined) await setRule(server, { ...params, setting });
      return;
    }
    case 'edits':
      return changeFile(params, answer);
    case 'settings':
      return changeRuleInSettings(params);
    case 'by hand':
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(answer.uri));
      await vscode.window.showWarningMessage(withoutLinks(answer.message));
  }
}

async function pickedRule({ uri, rules }: RulesParams): Promise<RuleSettingParams | undefined> {
  const rows = rules.map(({ id, title }) => ({ label: id, detail: title }));
  const options = { title: 'Configure rule', placeHolder: 'Which rule?', matchOnDetail: true };
  const picked = await vscode.window.showQuickPick(rows, options);
  return picked && { uri, rule: picked.label };
}

async function askForSetting(
  { uri, rule }: RuleSettingParams,
  { settings, configuration }: Extract<RuleSettingAnswer, { outcome: 'choices' }>,
): Promise<string | undefined> {
  const rows = settings.map(({ word, meaning, isCurrent }) => ({
    label: word,
    detail: meaning,
    ...(isCurrent && { description: 'now' }),
  }));
  const where =
    configuration === undefined
      ? nameOf(settingsFor(vscode.Uri.parse(uri)).target)
      : vscode.workspace.asRelativePath(vscode.Uri.parse(configuration));
  const options = { title: `${rule} · written to ${where}`, placeHolder: `How bad is what ${rule} finds?` };
  return (await vscode.window.showQuickPick(rows, options))?.label;
}

/** What was closed or saved is saved again, what the user is changing stays unsaved. */
async function changeFile(
  { rule, setting }: RuleSettingParams,
  { uri, edits }: Extract<RuleSettingAnswer, { outcome: 'edits' }>,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const before = document.getText();
  const ranges = edits.map(({ start, end, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
  );
  if (!(await written(document, ranges))) return;
  const after = document.getText();
  tellOf(rule, setting, vscode.workspace.asRelativePath(document.uri), async () => {
    if (document.getText() !== after) {
      await vscode.window.showInformationMessage('The file has changed since: take it back there.');
      return;
    }
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(after.length));
    await written(document, [vscode.TextEdit.replace(whole, before)]);
  });
}

async function written(document: vscode.TextDocument, edits: vscode.TextEdit[]): Promise<boolean> {
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (!wasDirty) await document.save();
  return true;
}

async function changeRuleInSettings({ uri, rule, setting }: RuleSettingParams): Promise<void> {
  const { name, undo } = await changeSettings(vscode.Uri.parse(uri), rule, setting);
  tellOf(rule, setting, name, undo);
}

/** Says what was written and where, and takes it back if the user wants that; nobody waits for the answer. */
function tellOf(rule: string, setting: string | undefined, where: string, undo: () => Promise<void>): void {
  const takeBack = 'Undo';
  const what = setting === 'off' ? 'is turned off' : `counts as ${setting}`;
  void vscode.window
    .showInformationMessage(withoutLinks(`${rule} ${what} in ${where}.`), takeBack)
    .then((choice) => (choice === takeBack ? undo() : undefined));
}

function isRules(params: unknown): params is RulesParams {
  return Array.isArray(valueAt(params, 'rules'));
}

function isRuleSetting(params: unknown): params is RuleSettingParams {
  return textAt(params, 'uri') !== undefined && textAt(params, 'rule') !== undefined;
}
