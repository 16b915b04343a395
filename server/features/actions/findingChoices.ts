import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver-types';
import { isSilenceable } from '../../fixes/waysToSilence';
import { explainCommand, type FindingsParams, ignoreFindingCommand } from '../../protocol/actions';
import { type RuleSettingParams, type RulesParams, setRuleCommand } from '../../protocol/configuration';
import { configurationFile } from '../../protocol/starting';
import type { EditedDocument } from '../places/editedDocument';
import { diagnosticsAbout } from '../places/findingKeys';
import type { PlacedFinding } from '../places/positions';
import type { CodeActionQuery } from './codeActionQuery';

/** What else there is to do about findings, one entry each for a client that asks which one is meant: to ignore it, to configure its rule, to read about it. */
export function findingChoices(
  document: EditedDocument,
  found: readonly PlacedFinding[],
  { range, diagnostics, isGoverned }: Pick<CodeActionQuery, 'range' | 'diagnostics' | 'isGoverned'>,
): CodeAction[] {
  const { uri, linted } = document;
  const rules = [...new Map(found.map(({ finding: { rule } }) => [rule.id, rule])).values()];
  const [only, ...otherRules] = rules;
  if (!only) return [];
  const shown = found.flatMap((placed) => diagnosticsAbout(placed, linted, diagnostics));
  const action = (title: string, command: string, ...args: unknown[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: shown,
    command: { title, command, arguments: args } satisfies Command,
  });
  const where = isGoverned ? configurationFile : 'the settings';
  const count = `(${rules.length} rules)`;
  const quiet = found.find((placed) => isSilenceable(linted, placed));
  const at: FindingsParams = { uri, start: range.start, end: range.end };
  const ignore = found.length > 1 ? `Ignore… (${found.length} findings)` : `Ignore ${only.id}…`;
  if (otherRules.length === 0) {
    const params: RuleSettingParams = { uri, rule: only.id };
    return [
      ...(quiet ? [action(ignore, ignoreFindingCommand, at)] : []),
      action(`Configure rule ${only.id} in ${where}…`, setRuleCommand, params),
      action(`Explain ${only.id}`, explainCommand, only.id),
    ];
  }
  const params: RulesParams = { uri, rules: rules.map(({ id, title }) => ({ id, title })) };
  return [
    ...(quiet ? [action(ignore, ignoreFindingCommand, at)] : []),
    action(`Configure rule in ${where}… ${count}`, setRuleCommand, params),
    action(`Explain… ${count}`, explainCommand, ...rules.map(({ id }) => id)),
  ];
}
