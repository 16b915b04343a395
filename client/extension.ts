import * as vscode from 'vscode';
import { showLeftCommand } from '../server/protocol/actions';
import { registerCharts } from './charts/register';
import { registerCheatSheet } from './cheatSheet/register';
import { createConfiguration } from './configuration/createConfiguration';
import { isServed } from './documents/documentSelector';
import { showLeftToDecide } from './findings/leftToDecide';
import { registerFindings } from './findings/register';
import { registerKubectl } from './kubectl/register';
import type { LanguageServer } from './languageServer';
import { insertPracticeSnippet } from './snippets/insertSnippet';
import { newService } from './snippets/newService';
import { registerMenu } from './status/register';
import { showStatusItems } from './status/statusItems';
import { registerWalkthrough } from './walkthrough/register';
import { fixWorkspace } from './workspace/fixWorkspace';
import { looksAtWholeWorkspace, scanWorkspace } from './workspace/scanWorkspace';

let server: Promise<LanguageServer> | undefined;

/** Waits for a document that Seaworthy looks at, or for the wish to look at all; nothing is loaded or started before. */
export function activate(context: vscode.ExtensionContext): void {
  const startFor = (document: vscode.TextDocument) => {
    if (isServed(document)) void startedServer(context);
  };
  const startForAll = () => {
    if (looksAtWholeWorkspace()) void startedServer(context);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    // JSON becomes a manifest as it is typed.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!server && document.languageId === 'json') startFor(document);
    }),
    vscode.commands.registerCommand('seaworthy.restartServer', async () => (await startedServer(context)).restart()),
    vscode.commands.registerCommand(showLeftCommand, showLeftToDecide),
    vscode.commands.registerCommand('seaworthy.createConfiguration', () =>
      createConfiguration(() => startedServer(context)),
    ),
    vscode.commands.registerCommand('seaworthy.insertSnippet', async (id?: unknown) => {
      await insertPracticeSnippet(await startedServer(context), id);
    }),
    vscode.commands.registerCommand('seaworthy.newService', async (parent?: unknown, service?: unknown) => {
      await newService(await startedServer(context), parent, service);
    }),
    vscode.commands.registerCommand('seaworthy.fixWorkspace', async (level?: unknown) => {
      await fixWorkspace(await startedServer(context), level);
    }),
    vscode.commands.registerCommand('seaworthy.scanWorkspace', async () => {
      await scanWorkspace(await startedServer(context));
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('seaworthy.workspace')) startForAll();
    }),
    vscode.commands.registerCommand('seaworthy.showLog', async () => (await startedServer(context)).showLog()),
  );
  registerFindings(context, () => startedServer(context));
  registerMenu(context, () => startedServer(context));
  registerCharts(context, () => startedServer(context));
  registerCheatSheet(context);
  registerKubectl(context);
  registerWalkthrough(context);
  vscode.workspace.textDocuments.forEach(startFor);
  startForAll();
}

/** Stops the server, if there is one. */
export async function deactivate(): Promise<void> {
  await (await server)?.stop();
}

function startedServer(context: vscode.ExtensionContext): Promise<LanguageServer> {
  server ??= startServer(context);
  return server;
}

async function startServer(context: vscode.ExtensionContext): Promise<LanguageServer> {
  const { startLanguageServer } = await import('./languageServer');
  const { server, started } = startLanguageServer(context);
  context.subscriptions.push(showStatusItems(server));
  await started;
  return server;
}
