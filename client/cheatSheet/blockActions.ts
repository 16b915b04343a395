import * as vscode from 'vscode';
import type { OwnTerminals } from '../terminals/ownTerminals';
import type { Block } from './content';
import { insertedPart } from './insertedPart';
import { lastTextEditor } from './lastTextEditor';
import type { BlockAction } from './protocol';

/** Does something with a block of code, and gives back what to say about it; nothing where VS Code says it itself. */
export async function runBlockAction(
  action: BlockAction,
  block: Block,
  terminals: OwnTerminals,
): Promise<string | undefined> {
  switch (action) {
    case 'copy':
      await vscode.env.clipboard.writeText(block.text);
      return 'Copied';
    case 'run':
      return runInTerminal(block, terminals);
    case 'insert':
      return insertAtCursor(block);
    case 'openDocument': {
      const document = await vscode.workspace.openTextDocument({
        language: block.language,
        content: `${block.text}\n`,
      });
      await vscode.window.showTextDocument(document, {
        viewColumn: lastTextEditor()?.viewColumn ?? vscode.ViewColumn.One,
      });
      return undefined;
    }
  }
}

async function runInTerminal(block: Block, terminals: OwnTerminals): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage('Commands run in trusted workspaces only.');
    return undefined;
  }
  if (block.helper !== undefined) {
    await vscode.commands.executeCommand('seaworthy.runHelper', { id: block.helper });
    return undefined;
  }
  const name = 'Kubernetes cheat-sheet';
  // What stands or runs in the terminal of an earlier block is not typed into.
  const terminal = terminals.find(name) ?? vscode.window.createTerminal({ name });
  const isRun = block.complete === true;
  terminals.leaveText(terminal, name);
  terminal.show();
  terminal.sendText(oneLine(block.text), isRun);
  return isRun ? 'Running in the terminal' : 'Typed into the terminal: complete it and press Enter there';
}

/** A line break would run what stands before it. */
function oneLine(text: string): string {
  return text.replace(/\s*\\\n\s*/g, ' ').replaceAll('\n', ' ');
}

/** Inserts as the command for snippets does: into what the cursor is in, merged with what is there. */
async function insertAtCursor(block: Block): Promise<undefined> {
  const inserted = block.snippet ?? insertedPart(block);
  if (inserted === undefined) return;
  const editor = lastTextEditor();
  if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await vscode.commands.executeCommand('seaworthy.insertSnippet', inserted);
}
