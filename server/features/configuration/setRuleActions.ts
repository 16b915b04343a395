import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { configurationFile, type RuleSettingParams, setRuleCommand } from '../../protocol';
import type { PlacedFinding } from '../positions';
import { diagnosticsAbout } from '../quickFixes';

/** The ways to change what the configuration says of a finding's rule: off, or another severity. */
export function setRuleActions(
  uri: string,
  isGoverned: boolean,
  placed: PlacedFinding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { id: rule } = placed.finding.rule;
  const where = isGoverned ? configurationFile : 'the settings';
  const action = (title: string, params: RuleSettingParams): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsAbout(placed, diagnostics),
    command: { title, command: setRuleCommand, arguments: [params] },
  });
  return [
    action(`Turn off ${rule} in ${where}`, { uri, rule, setting: 'off' }),
    action(`Change the severity of ${rule}…`, { uri, rule }),
  ];
}
