import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { codeActions } from '../features/codeActions';
import { chartQuickFixes } from './charts/chartQuickFixes';
import { hintActions } from './charts/hintActions';
import { editedManifest, openManifest } from './manifestAnswers';
import type { Session } from './session';

/** Answers what can be done about what was found in a range. */
export async function offeredActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const { textDocument, range, context } = params;
  const { documents, configurations, folders, options } = session;
  const document = documents.get(textDocument.uri);
  const own = document && session.ownAnswers(document);
  if (own) return isFix(context.only) ? own.actions(range, context.diagnostics) : [];
  const ofChart = isFix(context.only)
    ? [...hintActions(textDocument.uri, context.diagnostics), ...(await chartQuickFixes(session, params))]
    : [];
  const manifest = await openManifest(session, textDocument.uri);
  if (!manifest) return ofChart;
  const actions = codeActions(editedManifest(manifest, session), {
    range,
    offset: manifest.document.offsetAt(range.start),
    diagnostics: context.diagnostics,
    only: context.only,
    isAutomatic: context.triggerKind === CodeActionTriggerKind.Automatic,
    hasCommands: options.hasCommands,
    isGoverned: (await configurations.governorOf(folders.fileOf(textDocument.uri))) !== undefined,
  });
  return [...ofChart, ...actions];
}

/** Whether quick-fixes are among the kinds of actions that are asked for; undefined asks for all. */
function isFix(only: readonly string[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
