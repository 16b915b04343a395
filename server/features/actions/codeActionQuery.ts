import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { OffsetOfText } from '../../yaml/parsing/offsets';

/** What a code action request says. */
export interface CodeActionQuery {
  readonly range: Range;
  /** Where the range starts. */
  readonly offset: OffsetOfText;
  /** The diagnostics that the editor shows there: actions name the one they mend. */
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds asked for; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** True if the editor asks by itself, with every move of the cursor. */
  readonly isAutomatic: boolean;
  /** Whether the client has the commands that actions name. */
  readonly hasCommands: boolean;
  /** Whether a configuration file has the say over the document. */
  readonly isGoverned: boolean;
}
