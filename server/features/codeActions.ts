import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { isTextReadWhole } from '../lint/readWhole';
import { setRuleActions } from './configuration/setRuleActions';
import type { EditedDocument } from './editedDocument';
import { explanation } from './explain';
import { fixAllKind, fixAllOfRule, fixAllSafely } from './fixAll';
import { hardenActions, hardenKind } from './harden';
import { placedFindings, rangesTouch } from './positions';
import { quickFixes } from './quickFixes';
import { separatorActions } from './separator';
import { silenceActions } from './silence';

/** Every kind of code action there is. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, hardenKind, fixAllKind];

/** What a code action request says. */
export interface CodeActionQuery {
  readonly range: Range;
  /** UTF-16 offset of the range's start in the file. */
  readonly offset: number;
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

/** In UTF-16 units. Mending all of a larger file takes longer than a cursor waits. */
const quicklyMended = 100_000;

/** A selection may hold any number of findings; more than these are mended all at once or one by one, with the cursor on them. */
const mostListed = 12;

/** What can be done in a range of a document. */
export function codeActions(document: EditedDocument, query: CodeActionQuery): CodeAction[] {
  const isAsked = (kind: string) => !query.only || query.only.some((asked) => isOrHolds(asked, kind));
  const isQuick = !query.isAutomatic || document.text.length < quicklyMended;
  // Of what can't be read nobody can say that it is mended.
  const isWhole = isTextReadWhole(document.linted);
  const actions: CodeAction[] = [];
  if (isAsked(CodeActionKind.QuickFix)) {
    const touched = placedFindings(document.linted).filter(({ range }) => rangesTouch(range, query.range));
    const placed = touched.slice(0, mostListed);
    actions.push(...separatorActions(document, query.range, query.diagnostics));
    for (const finding of placed) actions.push(...quickFixes(document, finding, query.diagnostics));
    const first = new Map(placed.map((finding) => [finding.finding.rule, finding]));
    if (isQuick && isWhole) {
      for (const finding of first.values()) actions.push(...fixAllOfRule(document, finding, query.diagnostics));
    }
    for (const finding of first.values()) actions.push(...silenceActions(document, finding, query.diagnostics));
    if (query.hasCommands) {
      for (const finding of first.values()) {
        actions.push(...setRuleActions(document.uri, query.isGoverned, finding, query.diagnostics));
        actions.push(explanation(finding, query.diagnostics));
      }
    }
  }
  if (isAsked(hardenKind) && isQuick && isWhole)
    actions.push(...hardenActions(document, query.offset, query.hasCommands));
  // Whoever asks for everything at the cursor doesn't mean what is done to whole files on saving.
  if (query.only && isAsked(fixAllKind)) actions.push(...fixAllSafely(document));
  return actions;
}

/** Code action kinds are a hierarchy: `quickfix` holds `quickfix.seaworthy`. */
function isOrHolds(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
