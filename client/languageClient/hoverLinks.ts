import * as vscode from 'vscode';
import { explainCommand } from '../../server/protocol/actions';

/**
 * A hover whose links to pages about rules can be followed: VS Code leaves out links to itself, but runs a command that is
 * trusted by name.
 *
 * @param rulePages what stands before a rule's id in the addresses of the pages
 */
export function withRuleLinks<Shown extends vscode.Hover | null | undefined>(hover: Shown, rulePages: string): Shown {
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof vscode.MarkdownString)) continue;
    const [before = '', ...linked] = content.value.split(`](${rulePages}`);
    content.value = [before, ...linked.map(asCommand)].join(`](command:${explainCommand}?`);
    content.isTrusted = { enabledCommands: [explainCommand] };
  }
  return hover;
}

/** What follows the beginning of a link, with the rule as the command's argument. */
function asCommand(text: string): string {
  return text.replace(/^[a-z-]+/, (rule) => encodeURIComponent(JSON.stringify([rule])));
}
