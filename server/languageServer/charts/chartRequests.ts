import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Session } from '../session';
import { chartFileOf } from './chartFile';

/** Answers which name at a place can be changed. */
export async function renameRange(
  session: Session,
  { textDocument: { uri }, position }: PrepareRenameParams,
): Promise<Range | null> {
  const document = session.documents.get(uri);
  return (document && (await chartFileOf(session, document))?.renameRange(document.offsetAt(position))) ?? null;
}

/** Answers the edits that change a name. */
export async function renamed(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  const document = session.documents.get(uri);
  const edit = document && (await chartFileOf(session, document))?.rename(document.offsetAt(position), newName);
  if (edit && 'refused' in edit) throw new ResponseError(LSPErrorCodes.RequestFailed, edit.refused);
  return edit ?? null;
}
