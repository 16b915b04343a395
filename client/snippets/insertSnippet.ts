import * as vscode from 'vscode';
import { withoutLinks } from '../../server/protocol/notificationText';
import {
  type SnippetPlacement,
  type SnippetPlacementParams,
  type SnippetsParams,
  snippetPlacementRequest,
  snippetsRequest,
  type WrittenPart,
} from '../../server/protocol/snippets';
import { textAt } from '../../server/unknownJson';
import { isLookedAt } from '../documents/documentSelector';
import { indentIn } from '../documents/indentation';
import type { LanguageServer } from '../languageServer';
import { pickSnippet } from './pickSnippet';
import { insertAtCursor, openAsFile, replaceBySnippets } from './writeSnippet';

/**
 * Lets the user choose a snippet and inserts it where it belongs: into the pod, container or list around the cursor,
 * behind the document at the cursor, or as a new file.
 *
 * @param asked the id of a snippet, or YAML and what it is a part of, to insert it without asking
 */
export async function insertPracticeSnippet(server: LanguageServer, asked?: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (isWrittenPart(asked)) return insertInto(server, editor, asked);
  const snippets = await server.ask(snippetsRequest, cursorIn(editor));
  const snippet = typeof asked === 'string' ? snippets.find(({ id }) => id === asked) : await pickSnippet(snippets);
  if (snippet) return insertInto(server, editor, snippet.id);
  if (typeof asked === 'string') void vscode.window.showErrorMessage(`There is no snippet called ${asked}.`);
}

function isWrittenPart(value: unknown): value is WrittenPart {
  return textAt(value, 'text') !== undefined && textAt(value, 'fits') !== undefined;
}

function cursorIn(editor: vscode.TextEditor | undefined): SnippetsParams {
  if (!editor || !isLookedAt(editor.document)) return {};
  const uri = editor.document.uri.toString();
  const indent = indentIn(uri);
  const { line, character } = editor.selection.active;
  return { uri, position: { line, character }, ...(indent !== undefined && { indent }) };
}

async function insertInto(
  server: LanguageServer,
  editor: vscode.TextEditor | undefined,
  snippet: SnippetPlacementParams['snippet'],
): Promise<void> {
  const target = editor && isLookedAt(editor.document) ? editor : undefined;
  let position = target?.selection.active;
  for (;;) {
    const placement = await server.ask(snippetPlacementRequest, paramsFor(snippet, target, position));
    switch (placement.outcome) {
      case 'edits':
        if (target) await replaceBySnippets(target, placement.edits);
        return;
      case 'choice': {
        const place = await pickPlace(placement.question, placement.places);
        if (!place) return;
        position = place;
        break;
      }
      case 'new file':
        if (editor?.document.languageId === placement.language && placement.language !== 'yaml') {
          await insertAtCursor(editor, placement.text);
        } else {
          await openAsFile(placement.language, placement.text);
        }
        return;
      case 'nothing':
        void vscode.window.showInformationMessage(withoutLinks(placement.message));
        return;
    }
  }
}

function paramsFor(
  snippet: SnippetPlacementParams['snippet'],
  editor: vscode.TextEditor | undefined,
  position: vscode.Position | undefined,
): SnippetPlacementParams {
  if (!editor || !position) return { snippet };
  const uri = editor.document.uri.toString();
  const indent = indentIn(uri);
  const { line, character } = position;
  return { snippet, uri, position: { line, character }, ...(indent !== undefined && { indent }) };
}

async function pickPlace(
  question: string,
  places: Extract<SnippetPlacement, { outcome: 'choice' }>['places'],
): Promise<vscode.Position | undefined> {
  const items = places.map(({ label, position }) => ({
    label,
    description: `Line ${position.line + 1}`,
    position: new vscode.Position(position.line, position.character),
  }));
  const picked = await vscode.window.showQuickPick(items, { title: question, placeHolder: question });
  return picked?.position;
}
