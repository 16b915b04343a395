import * as vscode from 'vscode';
import {
  type CodeActionParams,
  CodeActionRequest,
  type LanguageClient,
  SnippetTextEdit,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import { snippetAsItStands } from '../documents/placedTexts';

/** Where code actions are asked for, and of what kind. */
export interface Wanted {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly context: vscode.CodeActionContext;
  readonly token: vscode.CancellationToken;
}

/**
 * The server's code actions. The language client's own conversion forgets to say that the lines of a snippet have their
 * indentation already, and VS Code would indent them once more.
 */
export async function codeActions(
  client: LanguageClient,
  { document, range, context, token }: Wanted,
): Promise<(vscode.Command | vscode.CodeAction)[] | null> {
  const params: CodeActionParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(range),
    context: client.code2ProtocolConverter.asCodeActionContextSync(context),
  };
  try {
    const answer = await client.sendRequest(CodeActionRequest.type, params, token);
    if (!answer || token.isCancellationRequested) return null;
    const actions = await client.protocol2CodeConverter.asCodeActionResult(answer, token);
    for (const [index, action] of actions.entries()) {
      const edit = editOf(answer[index]);
      const snippets = edit && snippetEdit(client, edit);
      if (snippets && action instanceof vscode.CodeAction) action.edit = snippets;
    }
    return actions;
  } catch (error) {
    return client.handleFailedRequest(CodeActionRequest.type, token, error, null);
  }
}

function editOf(action: object | undefined): WorkspaceEdit | undefined {
  const { edit }: { edit?: WorkspaceEdit } = action ?? {};
  return edit;
}

/** An edit with snippets, whitespace kept as it is; undefined for one that has none. */
function snippetEdit(
  client: LanguageClient,
  { documentChanges = [] }: WorkspaceEdit,
): vscode.WorkspaceEdit | undefined {
  let hasSnippets = false;
  const result = new vscode.WorkspaceEdit();
  for (const change of documentChanges) {
    if (!TextDocumentEdit.is(change)) return undefined;
    const edits = change.edits.map((edit) => {
      const range = client.protocol2CodeConverter.asRange(edit.range);
      if (!SnippetTextEdit.is(edit)) return vscode.TextEdit.replace(range, edit.newText);
      hasSnippets = true;
      return snippetAsItStands(range, edit.snippet.value);
    });
    result.set(client.protocol2CodeConverter.asUri(change.textDocument.uri), edits);
  }
  return hasSnippets ? result : undefined;
}
