import * as vscode from 'vscode';
import { mendSample, openSample } from './sample';

/** Registers what the buttons of "Get started with Seaworthy" do, as far as it isn't there anyway. */
export function registerWalkthrough(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('seaworthy.openSample', () => openSample(context)),
    vscode.commands.registerCommand('seaworthy.mendSample', () => mendSample(context)),
    vscode.commands.registerCommand('seaworthy.getStarted', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#getStarted`, false),
    ),
  );
}
