import * as vscode from 'vscode';
import type { LeftToDecide } from '../../server/protocol/actions';
import { withoutLinks } from '../../server/protocol/notificationText';

/** Says what is left to decide behind an action, and leads there. */
export async function showLeftToDecide({ title, left }: LeftToDecide): Promise<void> {
  const goThere = 'Go to next';
  const rules = [...new Set(left.map(({ rule }) => rule))].join(', ');
  const count = left.length === 1 ? '1 finding is' : `${left.length} findings are`;
  const choice = await vscode.window.showInformationMessage(
    withoutLinks(`${title}. ${count} left for you to decide: ${rules}.`),
    goThere,
  );
  if (choice === goThere) await vscode.commands.executeCommand('editor.action.marker.next');
}
