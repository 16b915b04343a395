import * as vscode from 'vscode';
import { ignoreFindingCommand } from '../../server/protocol/actions';
import { setRuleCommand } from '../../server/protocol/configuration';
import { setRule } from '../configuration/setRule';
import type { LanguageServer } from '../languageServer';
import { fixFile } from './fixFile';
import { hardenAt } from './hardenAt';
import { ignoreFinding } from './ignoreFinding';

/** Contributes what can be done about findings: the commands of the light bulb and of the palette. */
export function registerFindings(context: vscode.ExtensionContext, started: () => Promise<LanguageServer>): void {
  const register = (command: string, run: (server: LanguageServer, asked?: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (asked?: unknown) => run(await started(), asked));
  context.subscriptions.push(
    register(setRuleCommand, setRule),
    register(ignoreFindingCommand, ignoreFinding),
    register('seaworthy.fixFile', fixFile),
    register('seaworthy.hardenFile', (server) => hardenAt(server, 'file')),
    register('seaworthy.hardenWorkload', (server) => hardenAt(server, 'workload')),
  );
}
