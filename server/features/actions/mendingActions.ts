import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { type FilledIn, fillInTogether } from '../../fixes/fillInTogether';
import { byUrgency, needsNoChoice } from '../../fixes/fixChoices';
import { type EditedDocument, workspaceEdit } from '../places/editedDocument';
import { diagnosticsAbout } from '../places/findingKeys';
import { type PlacedFinding, placedFindings } from '../places/positions';
import type { CodeActionQuery } from './codeActionQuery';
import { fixAllOfRule } from './fixAll';
import { quickFixes } from './quickFixes';
import { separatorActions } from './separator';

/** An action, and how soon it is left out where there is no room for all; the highest first. */
interface Entry {
  readonly action: CodeAction;
  readonly rank: number;
}

/** What is left out last, and first: the best fix of a finding, all of a rule, what one edit does together with others, other ways. */
const ranks = { best: 0, ofRule: 1, covered: 2, otherWay: 3 } as const;

/**
 * What mends the findings given, no more than there is room for: first what needs no choice, the worst findings before the
 * others; behind the best fix of a finding the other ways.
 *
 * @param mendsAll whether all findings of a rule in the file are mended too
 */
export function mendingActions(
  document: EditedDocument,
  found: readonly PlacedFinding[],
  { range, diagnostics }: Pick<CodeActionQuery, 'range' | 'diagnostics'>,
  { room, mendsAll }: { readonly room: number; readonly mendsAll: boolean },
): CodeAction[] {
  const separators = separatorActions(document, range, diagnostics);
  const sorted = found.toSorted((a, b) => byUrgency(a.finding, b.finding));
  const together = fillInTogether(
    document.linted,
    found.map(({ finding }) => finding),
  );
  const certain: Entry[] = separators.map((action) => ({ action, rank: ranks.best }));
  const needingChoice: Entry[] = [];
  for (const placed of sorted) {
    const isCovered = together?.mended.includes(placed.finding) === true;
    const [best, ...others] = quickFixes(document, placed, diagnostics);
    const entries = needsNoChoice(placed.finding) ? certain : needingChoice;
    if (!best) continue;
    entries.push(
      isCovered ? { action: { ...best, isPreferred: false }, rank: ranks.covered } : { action: best, rank: ranks.best },
      ...others.map((action) => ({ action, rank: ranks.otherWay })),
    );
  }
  const filledIn = together && filledInAction(document, together, diagnostics, certain.length === 0);
  const rules = new Map(sorted.map((placed) => [placed.finding.rule, placed]));
  const ofRules = mendsAll ? [...rules.values()].flatMap((placed) => fixAllOfRule(document, placed, diagnostics)) : [];
  return mostUrgent(
    [
      ...certain,
      ...(filledIn ? [{ action: filledIn, rank: ranks.best }] : []),
      ...needingChoice,
      ...ofRules.map((action) => ({ action, rank: ranks.ofRule })),
    ],
    room,
  );
}

function filledInAction(
  document: EditedDocument,
  { title, edits, mended }: FilledIn,
  diagnostics: readonly Diagnostic[],
  isPreferred: boolean,
): CodeAction {
  const isMended = new Set(mended);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: placedFindings(document.linted)
      .filter(({ finding }) => isMended.has(finding))
      .flatMap((placed) => diagnosticsAbout(placed, document.linted, diagnostics)),
    edit: workspaceEdit(document, edits),
    isPreferred,
  };
}

function mostUrgent(entries: readonly Entry[], room: number): CodeAction[] {
  const kept = new Set(entries.toSorted((a, b) => a.rank - b.rank).slice(0, Math.max(0, room)));
  return entries.filter((entry) => kept.has(entry)).map(({ action }) => action);
}
