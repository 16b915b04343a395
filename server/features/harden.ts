import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type AppliedFixes, applyFixes } from '../fixes/applyFixes';
import { fixesWithin, type HardenLevel, hardenLevels, isOfLevel } from '../fixes/hardening';
import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { isTextReadWhole } from '../lint/readWhole';
import { type Hardening, type HardeningsParams, type LeftToDecide, showLeftCommand } from '../protocol/actions';
import { readOnce } from '../readOnce';
import { composeEdits } from '../yaml/write/composeEdits';
import { applyTextEdits } from '../yaml/write/renderEdits';
import type { TextEdit } from '../yaml/write/rendering';
import { type EditedDocument, placedTexts, workspaceEdit } from './editedDocument';
import { fixedAndLeft } from './fixedAndLeft';
import { isWorkload, type Target, targetsAt, wholeFile } from './hardenTargets';

/** The kind of the actions that close all gaps of a container, a workload or a file at once. */
export const hardenKind = `${CodeActionKind.RefactorRewrite}.seaworthy.harden`;

type Hardenable = Pick<EditedDocument, 'text' | 'linted'>;

/**
 * Hardens the container and the workload at an offset of the file, and the whole file, each to baseline and to
 * restricted where that makes a difference: in one edit, with what is left for the user to decide.
 *
 * @param tellsLeft whether the client can show what is left
 */
export function hardenActions(document: EditedDocument, offset: number, tellsLeft: boolean): CodeAction[] {
  return hardeningsOf(document, offset, targetsAt(document.linted, offset)).map(({ title, edits, left }) => ({
    title,
    kind: hardenKind,
    edit: workspaceEdit(document, edits),
    ...(tellsLeft &&
      left.left.length > 0 && {
        command: { title: 'Show what is left to decide', command: showLeftCommand, arguments: [left] },
      }),
  }));
}

/** How far the workload at an offset, or the whole file, can be hardened, for a client that asks which level is meant. */
export function hardenings(document: EditedDocument, offset: number, target: HardeningsParams['target']): Hardening[] {
  if (!isTextReadWhole(document.linted)) return [];
  const wanted = target === 'file' ? [wholeFile] : targetsAt(document.linted, offset).filter(isWorkload);
  return hardeningsOf(document, offset, wanted).map(({ edits, ...hardening }) => ({
    ...hardening,
    edits: placedTexts(document, edits),
  }));
}

function hardeningsOf(
  document: Hardenable,
  offset: number,
  targets: readonly Target[],
): (Omit<Hardening, 'edits'> & Pick<Hardened, 'edits'>)[] {
  // What one target leaves unchanged is not read anew for the next one.
  const latest = new Map<HardenLevel, LintedText>();
  return targets.flatMap((target) => {
    let fewer = 0;
    return hardenLevels.flatMap((level) => {
      const { edits, mended, left } = hardened(document, target, offset, { level, latest });
      if (mended.length <= fewer) return [];
      fewer = mended.length;
      const title = `Harden ${target.name} to ${level} ${fixedAndLeft(mended.length, left)}`;
      return [{ title, edits, left: { title: `Hardened ${target.name} to ${level}`, left: left.map(leftToDecide) } }];
    });
  });
}

function leftToDecide(finding: Finding): LeftToDecide['left'][number] {
  return { rule: finding.rule.id, message: finding.message };
}

/** How far a target is hardened, and what was hardened last. */
interface Wanted {
  readonly level: HardenLevel;
  readonly latest: Map<HardenLevel, LintedText>;
}

interface Hardened {
  readonly edits: readonly TextEdit[];
  readonly mended: readonly Finding[];
  readonly left: readonly Finding[];
}

/** Hardens a target; one fix may be what another has waited for, so that what is mended is looked at once more. */
function hardened({ text, linted }: Hardenable, target: Target, offset: number, { level, latest }: Wanted): Hardened {
  const first = hardenedOnce(linted, target, level);
  if (first.edits.length === 0) return { ...first, left: leftAfter(linted, target, level, []) };
  const between = applyTextEdits(text, first.edits);
  const again = lint(between, optionsWithin(level, linted.options), latest.get(level), linted.surroundings);
  latest.set(level, again);
  const moved = first.edits
    .filter(({ end }) => end <= offset)
    .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), offset);
  const same = targetsAt(again, moved).find(({ name }) => name === target.name);
  if (!same) return { ...first, left: leftAfter(linted, target, level, first.mended) };
  const second = hardenedOnce(again, same, level);
  if (second.edits.length === 0) return { ...first, left: leftAfter(again, same, level, []) };
  return {
    edits: composeEdits(composeEdits([], text, first.edits), between, second.edits),
    mended: [...first.mended, ...second.mended],
    left: leftAfter(again, same, level, second.mended),
  };
}

const optionsByLevel = readOnce((_options: LintOptions) => new Map<HardenLevel, LintOptions>());

/** The rules of a level alone: what else there is to say of a hardened text nobody asks here. */
function optionsWithin(level: HardenLevel, options: LintOptions): LintOptions {
  const known = optionsByLevel(options);
  const within = known.get(level) ?? {
    ...options,
    rules: options.rules.filter(({ rule }) => isOfLevel(rule.profile, level)),
  };
  known.set(level, within);
  return within;
}

function hardenedOnce(linted: LintedText, { holds }: Target, level: HardenLevel): AppliedFixes {
  const inTarget = new Set(
    linted.documents.flatMap((placed) => placed.document.findings.filter((finding) => holds(placed, finding))),
  );
  const choose = fixesWithin(level);
  return applyFixes(linted, (finding) => (inTarget.has(finding) ? choose(finding) : undefined));
}

function leftAfter(linted: LintedText, { needs }: Target, level: HardenLevel, mended: readonly Finding[]): Finding[] {
  return linted.documents.flatMap((placed) =>
    placed.document.findings
      .filter((finding) => needs(placed, finding) && isOfLevel(finding.rule.profile, level))
      .filter((finding) => finding.tree && !mended.includes(finding)),
  );
}
