import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import type { Fix } from '../rules/rule';
import type { Path } from '../yaml/field/field';
import { inFile } from '../yaml/parsing/offsets';
import { byPlace } from '../yaml/parsing/ranges';
import type { Tree } from '../yaml/read/tree';
import { excludeEachOther } from '../yaml/templates/branches';
import type { Edit } from '../yaml/write/edits';
import type { DocumentEdit, FileEdit, TextEdit } from '../yaml/write/rendering';
import { provenEdits, unprovenEdits } from './documentEdits';

/** Which fix of a finding is wanted, if any. */
export type FixChoice = (finding: Finding) => Fix | undefined;

/** Fixes applied in one go. */
export interface AppliedFixes<Edit extends TextEdit = FileEdit> {
  /** Sorted and without overlaps. */
  readonly edits: readonly Edit[];
  /** The findings that they mend. */
  readonly mended: readonly Finding[];
}

/**
 * The edits of a fix, in offsets from the start of the finding's document; undefined where the text doesn't allow
 * the fix.
 */
export function fixEdits(finding: Finding, fix: Fix): DocumentEdit[] | undefined {
  return provenEdits(finding.tree, fix.edits);
}

/**
 * Mends every finding that has a wanted fix, all in one go: fixes of one document are merged before anything is
 * written. A fix that can't be had together with those before it is left out.
 */
export function applyFixes({ documents }: LintedText, choose: FixChoice): AppliedFixes {
  const edits: FileEdit[] = [];
  const mended: Finding[] = [];
  for (const { start, document } of documents) {
    const chosen = new Map<Tree | undefined, Choice[]>();
    for (const finding of document.findings) {
      const fix = choose(finding);
      if (!fix) continue;
      const choices = chosen.get(finding.tree);
      if (choices) choices.push({ finding, fix });
      else chosen.set(finding.tree, [{ finding, fix }]);
    }
    const taken: DocumentEdit[] = [];
    for (const [tree, choices] of chosen) {
      const merged = mergedFixes(tree, choices);
      // Each way through a template's branches has a tree of its own. What was found on two of them is mended together only
      // where no values write both; else one has to wait until the text is read again.
      const { chains } = tree?.template ?? {};
      const isApart = (edit: DocumentEdit) =>
        !chains || taken.every((other) => excludeEachOther(chains, edit.start, other.start));
      if (!merged.edits.every(isApart)) continue;
      taken.push(...merged.edits);
      mended.push(...merged.mended);
    }
    edits.push(...taken.map((edit) => inFile(edit, start)));
  }
  return { edits: edits.toSorted(byPlace), mended };
}

interface Choice {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** How often the fixes of one document may be tried together before the rest of them is left out. */
const mostTries = 30;

/** Fixes that are had together or not at all. */
interface Unit {
  readonly findings: Finding[];
  readonly edits: Edit[];
}

/**
 * As many fixes of a document as can be had together: all, else each half of them, so that a few which can't be had take a
 * few tries, however many can.
 */
function mergedFixes(tree: Tree | undefined, choices: readonly Choice[]): AppliedFixes<DocumentEdit> {
  let edits: DocumentEdit[] = [];
  const mended: Finding[] = [];
  const merged: Edit[] = [];
  let tries = 0;
  const units = unitsOf(choices);
  const waiting: (readonly Unit[])[] = [units];
  for (let next = waiting.pop(); next && tries < mostTries; next = waiting.pop()) {
    tries++;
    const wanted = next.flatMap((unit) => unit.edits);
    const rendered = provenEdits(tree, [...merged, ...wanted]);
    if (rendered) {
      edits = rendered;
      merged.push(...wanted);
      mended.push(...next.flatMap(({ findings }) => findings));
    } else if (next.length > 1) {
      const left = next === units ? next.filter((unit) => unprovenEdits(tree, unit.edits)) : next;
      const half = Math.ceil(left.length / 2);
      waiting.push(left.slice(half), left.slice(0, half));
    }
  }
  return { edits, mended };
}

/** Half of what a rule would take out of a list helps nobody: what needs it stops working, and the list is still wrong. */
function unitsOf(choices: readonly Choice[]): Unit[] {
  const ofLists = new Map<string, Unit>();
  const units: Unit[] = [];
  for (const { finding, fix } of choices) {
    const list = listTakenFrom(fix);
    const key = list && JSON.stringify([finding.rule.id, list]);
    const known = key === undefined ? undefined : ofLists.get(key);
    if (known) {
      known.findings.push(finding);
      known.edits.push(...fix.edits);
      continue;
    }
    const unit = { findings: [finding], edits: [...fix.edits] };
    units.push(unit);
    if (key !== undefined) ofLists.set(key, unit);
  }
  return units;
}

function listTakenFrom({ edits: [edit, ...others] }: Fix): Path | undefined {
  if (edit?.kind !== 'remove' || others.length > 0) return undefined;
  return typeof edit.path.at(-1) === 'number' ? edit.path.slice(0, -1) : undefined;
}
