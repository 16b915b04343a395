import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { codeActions } from '../features/codeActions';
import { hintActions } from './charts/hintActions';
import { editedManifest, openManifest } from './manifestAnswers';
import type { Session } from './session';

/** Answers what can be done about what was found in a range. */
export async function offeredActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const { documents, configurations, folders, options } = session;
  const document = documents.get(textDocument.uri);
  const own = document && session.ownAnswers(document);
  if (own) return isFix(context.only) ? own.actions(range, context.diagnostics) : [];
  const hints = isFix(context.only) ? hintActions(textDocument.uri, context.diagnostics) : [];
  const manifest = await openManifest(session, textDocument.uri);
  if (!manifest) return hints;
  const actions = codeActions(editedManifest(manifest, session), {
    range,
    offset: manifest.document.offsetAt(range.start),
    diagnostics: context.diagnostics,
    only: context.only,
    isAutomatic: context.triggerKind === CodeActionTriggerKind.Automatic,
    hasCommands: options.hasCommands,
    isGoverned: (await configurations.governorOf(folders.fileOf(textDocument.uri))) !== undefined,
  });
  return [...hints, ...actions];
}

/** Whether quick-fixes are among the kinds of actions that are asked for; undefined asks for all. */
function isFix(only: readonly string[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
