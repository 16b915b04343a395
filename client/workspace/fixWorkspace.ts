import * as vscode from 'vscode';
import { type FileFix, type FileFixesParams, fileFixesRequest } from '../../server/protocol/actions';
import type { LanguageServer } from '../languageServer';

/** The fixes of one file. */
interface FixedFile {
  readonly uri: vscode.Uri;
  readonly fixes: readonly FileFix[];
}

type Level = FileFixesParams['level'];

/**
 * Mends the whole workspace, shown in the refactor preview before anything is written. What was open stays unsaved for
 * the user to look at, what was closed is saved.
 *
 * @param chosen how far to go, to mend without asking
 */
export async function fixWorkspace(server: LanguageServer, chosen?: unknown): Promise<void> {
  const level = isLevel(chosen) ? chosen : await askForLevel();
  if (level === undefined) return;
  const files = await findFixes(server, level);
  if (!files) return;
  const fixes = files.flatMap((file) => file.fixes);
  if (fixes.length === 0) {
    await vscode.window.showInformationMessage('There is nothing to fix in this workspace.');
    return;
  }
  // The preview opens by itself if something needs to be confirmed.
  const isPreviewed = fixes.some(({ isSafe }) => !isSafe);
  if (!isPreviewed && !isLevel(chosen) && !(await confirm(fixes.length, files.length))) return;
  await apply(files);
}

async function askForLevel(): Promise<Level | undefined> {
  const choices: (vscode.QuickPickItem & { readonly level: Level })[] = [
    { label: 'Safe fixes', detail: 'What no running workload can notice', level: 'safe' },
    {
      label: 'Harden to baseline',
      detail: 'Also closes what hands over the node; a workload that relied on it will notice',
      level: 'baseline',
    },
    {
      label: 'Harden to restricted',
      detail: 'Also hardens every pod; a workload that relied on a gap will notice',
      level: 'restricted',
    },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'How far may fixes go?' }))?.level;
}

function isLevel(value: unknown): value is Level {
  return value === 'safe' || value === 'baseline' || value === 'restricted';
}

/** Asks for the fixes of every manifest; undefined if the user cancels. */
async function findFixes(server: LanguageServer, level: Level): Promise<FixedFile[] | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: 'Looking for what can be fixed',
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const found = await vscode.workspace.findFiles('**/*.{yaml,yml,json}', '**/node_modules/**', undefined, token);
    const files: FixedFile[] = [];
    for (const [index, uri] of found.entries()) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: `${index + 1} of ${found.length} files`, increment: 100 / found.length });
      const fixes = await server.ask(fileFixesRequest, { uri: uri.toString(), level });
      if (fixes.length > 0) files.push({ uri, fixes });
    }
    return token.isCancellationRequested ? undefined : files;
  });
}

async function confirm(fixes: number, files: number): Promise<boolean> {
  const apply = 'Apply';
  const count = `${fixes === 1 ? '1 safe fix' : `${fixes} safe fixes`} in ${files === 1 ? '1 file' : `${files} files`}`;
  const detail = 'No running workload can notice them. Files that are open stay unsaved.';
  return (await vscode.window.showInformationMessage(`Apply ${count}?`, { modal: true, detail }, apply)) === apply;
}

async function apply(files: readonly FixedFile[]): Promise<void> {
  const isOpen = (uri: vscode.Uri) =>
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const closed = files.filter(({ uri }) => !isOpen(uri));
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, fixes } of files) {
    edit.set(
      uri,
      fixes.map((fix): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [
        vscode.TextEdit.replace(rangeOf(fix), fix.newText),
        { needsConfirmation: !fix.isSafe, label: fix.title, description: fix.description },
      ]),
    );
  }
  if (!(await vscode.workspace.applyEdit(edit))) return;
  for (const { uri } of closed) await isOpen(uri)?.save();
}

function rangeOf({ start, end }: FileFix): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
