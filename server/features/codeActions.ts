import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { isTextReadWhole } from '../lint/readWhole';
import { positionsTouch } from '../yaml/parsing/ranges';
import { fixAllKind, hardenKind } from './actions/codeActionKinds';
import type { CodeActionQuery } from './actions/codeActionQuery';
import { findingChoices } from './actions/findingChoices';
import { fixAllSafely } from './actions/fixAll';
import { hardenActions } from './actions/hardenActions';
import { mendingActions } from './actions/mendingActions';
import { silenceActions } from './actions/silence';
import type { EditedDocument } from './places/editedDocument';
import { placedFindings } from './places/positions';

/** In UTF-16 units. Mending all of a larger file takes longer than a cursor waits. */
const quicklyMended = 100_000;

/** A selection may hold any number of findings; more than these are mended all at once or one by one, with the cursor on them. */
const mostFindings = 12;

/** Nobody reads a longer list. */
const mostEntries = 12;

/** As many entries are kept for each of the two, if they have so many, however much there is to fix. */
const roomForHardening = 4;
const roomForSilences = 3;

/** What can be done in a range of a document: first what mends a finding, then what else can be done about it, then how to harden all around it. */
export function codeActions(document: EditedDocument, query: CodeActionQuery): CodeAction[] {
  const { only } = query;
  const isRequested = (kind: string) => !only || only.some((requested) => isOrHolds(requested, kind));
  const isQuick = !query.isAutomatic || document.text.length < quicklyMended;
  // Of what can't be read nobody can say that it is mended.
  const mendsAll = isQuick && isTextReadWhole(document.linted);
  const hardening = isRequested(hardenKind) && mendsAll ? hardenActions(document, query.offset, query.hasCommands) : [];
  const kept = Math.min(hardening.length, roomForHardening);
  const quickFixes = isRequested(CodeActionKind.QuickFix)
    ? fixesAndChoices(document, query, { room: mostEntries - kept, mendsAll })
    : [];
  // Whoever asks for everything at the cursor doesn't mean what is done to whole files on saving.
  const onSaving = only && isRequested(fixAllKind) ? fixAllSafely(document) : [];
  return [...quickFixes, ...hardening.slice(0, mostEntries - quickFixes.length - onSaving.length), ...onSaving];
}

function fixesAndChoices(
  document: EditedDocument,
  query: CodeActionQuery,
  { room, mendsAll }: { readonly room: number; readonly mendsAll: boolean },
): CodeAction[] {
  const found = placedFindings(document.linted)
    .filter(({ range }) => positionsTouch(range, query.range))
    .slice(0, mostFindings);
  const fixesIn = (left: number) => mendingActions(document, found, query, { room: left, mendsAll });
  if (query.hasCommands) {
    const choices = findingChoices(document, found, query);
    return [...fixesIn(room - choices.length), ...choices];
  }
  const fixes = fixesIn(room - roomForSilences);
  return [...fixes, ...silenceActions(document, found, query.diagnostics, room - fixes.length)];
}

/** Code action kinds are a hierarchy: `quickfix` holds `quickfix.seaworthy`. */
function isOrHolds(requested: string, kind: string): boolean {
  return requested === '' || kind === requested || kind.startsWith(`${requested}.`);
}
