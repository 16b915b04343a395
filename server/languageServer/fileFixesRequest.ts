import type { Connection } from 'vscode-languageserver';
import { fileFixes } from '../features/fileFixes';
import { hardenLevels } from '../fixes/hardening';
import type { LintedText } from '../lint/lint';
import { fileFixesRequest } from '../protocol/actions';
import { answerRequest } from './messages';

/** A file's text with what was found in it. */
export interface LintedFile {
  readonly text: string;
  readonly linted: LintedText;
}

/**
 * Answers what would be mended in a file, open or not.
 *
 * @param lintedFile undefined for a file that is excluded, or is not there
 */
export function answerFileFixes(
  connection: Connection,
  lintedFile: (uri: string) => Promise<LintedFile | undefined>,
): void {
  answerRequest(connection, fileFixesRequest, async ({ uri, level }) => {
    const file = await lintedFile(uri);
    const known = hardenLevels.find((candidate) => candidate === level);
    return file ? fileFixes(file.text, file.linted, known) : [];
  });
}
