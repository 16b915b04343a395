import type { Finding } from './lint/finding';
import type { LintedText } from './lint/lint';
import type { Fix } from './rules/rule';
import type { Edit } from './yaml/edits';
import { applyTextEdits, renderEdits } from './yaml/renderEdits';
import type { TextEdit } from './yaml/rendering';
import type { Tree } from './yaml/tree';

/** A text with fixes applied. */
export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
}

/**
 * The edits of a fix, in offsets from the start of the finding's document; undefined where the text doesn't allow
 * the fix.
 */
export function fixEdits(finding: Finding, fix: Fix): TextEdit[] | undefined {
  return finding.tree && renderEdits(finding.tree, fix.edits);
}

/**
 * Mends every finding that has a wanted fix, all in one go: fixes of one document are merged before anything is
 * written. A fix that can't be had together with those before it is left out.
 */
export function fixText(
  text: string,
  linted: LintedText,
  isWanted: (finding: Finding, fix: Fix) => boolean,
): FixedText {
  const edits: TextEdit[] = [];
  let applied = 0;
  for (const { start, document } of linted.documents) {
    const chosen = new Map<Tree, (readonly Edit[])[]>();
    for (const finding of document.findings) {
      const fix = finding.fixes.find((candidate) => isWanted(finding, candidate));
      if (fix && finding.tree) chosen.set(finding.tree, [...(chosen.get(finding.tree) ?? []), fix.edits]);
    }
    const taken: TextEdit[] = [];
    for (const [tree, fixes] of chosen) {
      const rendered = mergedEdits(tree, fixes);
      // Each way through a template's branches has a tree of its own; what two of them agree on is written once.
      const fresh = rendered.textEdits.filter((edit) => !taken.some((other) => isSameEdit(edit, other)));
      if (fresh.some((edit) => taken.some((other) => edit.start < other.end && other.start < edit.end))) continue;
      taken.push(...fresh);
      applied += rendered.count;
    }
    edits.push(...taken.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })));
  }
  return {
    text: applyTextEdits(
      text,
      edits.toSorted((a, b) => a.start - b.start || a.end - b.end),
    ),
    applied,
  };
}

function mergedEdits(tree: Tree, fixes: readonly (readonly Edit[])[]): { textEdits: TextEdit[]; count: number } {
  const all = renderEdits(tree, fixes.flat());
  if (all) return { textEdits: all, count: fixes.length };
  let textEdits: TextEdit[] = [];
  let count = 0;
  const merged: Edit[] = [];
  for (const fix of fixes) {
    const rendered = renderEdits(tree, [...merged, ...fix]);
    if (!rendered) continue;
    merged.push(...fix);
    textEdits = rendered;
    count++;
  }
  return { textEdits, count };
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
