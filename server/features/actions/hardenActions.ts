import type { CodeAction } from 'vscode-languageserver-types';
import { fixedAndLeft } from '../../fixes/fixedAndLeft';
import { type Hardened, hardened } from '../../fixes/harden';
import { type HardenLevel, hardenLevels } from '../../fixes/hardening';
import { isWorkload, type Target, targetsAt, wholeFile } from '../../fixes/hardenTargets';
import type { JudgedText } from '../../fixes/rounds';
import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import { isTextReadWhole } from '../../lint/readWhole';
import { type Hardening, type HardeningsParams, type LeftToDecide, showLeftCommand } from '../../protocol/actions';
import type { OffsetOfText } from '../../yaml/parsing/offsets';
import { type EditedDocument, placedTexts, workspaceEdit } from '../places/editedDocument';
import { hardenKind } from './codeActionKinds';

/**
 * Hardens the container and the workload at an offset of the file, and the whole file, each to baseline and to
 * restricted where that makes a difference: in one edit, with what is left for the user to decide.
 *
 * @param tellsLeft whether the client can show what is left
 */
export function hardenActions(document: EditedDocument, offset: OffsetOfText, tellsLeft: boolean): CodeAction[] {
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
export function hardenings(
  document: EditedDocument,
  offset: OffsetOfText,
  target: HardeningsParams['target'],
): Hardening[] {
  if (!isTextReadWhole(document.linted)) return [];
  const wanted = target === 'file' ? [wholeFile] : targetsAt(document.linted, offset).filter(isWorkload);
  return hardeningsOf(document, offset, wanted).map(({ edits, ...hardening }) => ({
    ...hardening,
    edits: placedTexts(document, edits),
  }));
}

function hardeningsOf(
  document: JudgedText,
  offset: OffsetOfText,
  targets: readonly Target[],
): (Omit<Hardening, 'edits'> & Pick<Hardened, 'edits'>)[] {
  // What one target leaves unchanged is not read anew for the next one.
  const latest = new Map<HardenLevel, LintedText>();
  return targets.flatMap((target) => {
    let fewer = 0;
    return hardenLevels.flatMap((level) => {
      const { edits, mended, left } = hardened({ text: document.text, linted: document.linted }, target, offset, {
        level,
        latest,
      });
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
