import * as vscode from 'vscode';
import { type Decision, type DecisionParams, decisionRequest } from '../../server/protocol';
import { isLookedAt } from '../documentSelector';
import type { LanguageServer } from '../languageServer';

/** The document in the active editor, if Seaworthy looks at it. */
export function activeManifest(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isLookedAt(document) ? document : undefined;
}

/** What counts for a document; undefined while the server doesn't answer, and for what is no manifest. */
export async function decisionFor(server: LanguageServer, uri: vscode.Uri | undefined): Promise<Decision | undefined> {
  if (!uri || server.state() !== 'running') return undefined;
  const params: DecisionParams = { uri: uri.toString() };
  try {
    return (await server.ask<Decision | null>(decisionRequest, params)) ?? undefined;
  } catch {
    // It stopped meanwhile, and tells so itself.
    return undefined;
  }
}
