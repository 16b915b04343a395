import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isConfiguration } from '../documents/kindOf';
import { fileFixes } from '../features/fileFixes';
import { hardenLevels } from '../fixes/hardening';
import type { LintedText } from '../lint/lint';
import type { FileFix, FileFixesParams } from '../protocol/actions';
import type { Session } from './session';

/** A file's text with what was found in it. */
interface LintedFile {
  readonly text: string;
  readonly linted: LintedText;
}

/** Answers what would be mended in a file, open or not. */
export async function mendedInFile(session: Session, { uri, level }: FileFixesParams): Promise<FileFix[]> {
  const file = await lintedFile(session, uri);
  const known = hardenLevels.find((candidate) => candidate === level);
  return file ? fileFixes(file.text, file.linted, known) : [];
}

/** Undefined for a file that is excluded, or is not there. */
async function lintedFile(
  { documents, files, folders, linted }: Session,
  uri: string,
): Promise<LintedFile | undefined> {
  const document = documents.get(uri);
  if (document && isConfiguration(document.uri)) return undefined;
  if (document) {
    const found = await linted.now(document);
    return found && { text: document.getText(), linted: found };
  }
  const read = await files.text(folders.fileOf(uri).uri);
  if (read.state === 'unreadable') throw new ResponseError(LSPErrorCodes.RequestFailed, read.reason);
  const found = read.state === 'text' ? await linted.closed(uri, read.text) : undefined;
  return read.state === 'text' && found ? { text: read.text, linted: found } : undefined;
}
