import * as vscode from 'vscode';
import { type Decision, decisionRequest, type Standing, standingRequest } from '../../server/protocol/documents';
import { isLookedAt } from '../documents/documentSelector';
import type { LanguageServer } from '../languageServer';

/** The document in the active editor, if Seaworthy looks at it. */
export function activeManifest(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isLookedAt(document) ? document : undefined;
}

/** What counts for a document; undefined while the server doesn't answer, and for what is no manifest. */
export function decisionFor(server: LanguageServer, uri: vscode.Uri | undefined): Promise<Decision | undefined> {
  return answered(server, uri && (() => server.ask(decisionRequest, { uri: uri.toString() })));
}

/** What the active manifest holds, and what stands at the cursor; undefined as with decisions. */
export function standingAtCursor(server: LanguageServer): Promise<Standing | undefined> {
  const document = activeManifest();
  const line = vscode.window.activeTextEditor?.selection.active.line;
  return answered(
    server,
    document && line !== undefined
      ? () => server.ask(standingRequest, { uri: document.uri.toString(), line })
      : undefined,
  );
}

async function answered<Answer>(
  server: LanguageServer,
  ask: (() => Promise<Answer | null>) | undefined,
): Promise<Answer | undefined> {
  if (!ask || server.state() !== 'running') return undefined;
  try {
    return (await ask()) ?? undefined;
  } catch {
    // It stopped meanwhile, and tells so itself.
    return undefined;
  }
}
