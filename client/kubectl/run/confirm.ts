import * as vscode from 'vscode';
import type { Context } from '../kubeconfig/kubeconfig';
import { isProtected } from '../kubeconfig/protection';

/** What is about to change, and where. */
export interface Change {
  readonly title: string;
  readonly changes: string;
  readonly context: string;
  readonly namespace: string | undefined;
  readonly commandLines: readonly string[];
}

/** Asks before anything changes in a cluster; in a protected context the user types the context's name. */
export function confirmed(
  change: Change,
  contexts: readonly Context[],
  protectedContexts: readonly string[],
): Promise<boolean> {
  const isGuarded = isProtected({ name: change.context, contexts }, protectedContexts);
  return isGuarded ? confirmedByName(change) : confirmedByButton(change);
}

async function confirmedByButton({ title, changes, context, namespace, commandLines }: Change): Promise<boolean> {
  const run = 'Run';
  const where = namespace === undefined ? `Context ${context}` : `Context ${context}, namespace ${namespace}`;
  const detail = `${changes}\n\n${where}\n\n${commandLines.join('\n')}`;
  return (await vscode.window.showWarningMessage(`${title}?`, { modal: true, detail }, run)) === run;
}

async function confirmedByName({ title, changes, context, namespace, commandLines }: Change): Promise<boolean> {
  const where = namespace === undefined ? 'this' : `this in namespace ${namespace}`;
  const typed = await vscode.window.showInputBox({
    title: `${title} · ${context}`,
    prompt: `${changes} Context ${context} is protected. Type its name to run ${where}: ${commandLines.join(' ; ')}`,
    placeHolder: context,
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' || value === context ? undefined : `Type "${context}", or press Escape.`),
  });
  return typed === context;
}
