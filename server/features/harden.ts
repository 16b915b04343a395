import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type AppliedFixes, applyFixes } from '../fixes/applyFixes';
import { fixesWithin, type HardenLevel, hardenLevels, isOfLevel } from '../fixes/hardening';
import type { Finding } from '../lint/finding';
import { type LintedText, lint, type PlacedDocument } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { describeContainer } from '../manifests/podSpec';
import { type LeftToDecide, showLeftCommand } from '../protocol';
import { composeEdits } from '../yaml/composeEdits';
import { descend, type Field, stringOf } from '../yaml/field';
import type { OffsetRange } from '../yaml/lines';
import { readOnce } from '../yaml/readOnce';
import { applyTextEdits } from '../yaml/renderEdits';
import type { TextEdit } from '../yaml/rendering';
import { type EditedDocument, workspaceEdit } from './editedDocument';

/** The kind of the actions that close all gaps of a container, a workload or a file at once. */
export const hardenKind = `${CodeActionKind.RefactorRewrite}.seaworthy.harden`;

type Hardenable = Pick<EditedDocument, 'text' | 'linted'>;

/** What can be hardened as one. */
interface Target {
  /** `container "web"`, `Deployment "shop"`, `this file`. */
  readonly name: string;
  readonly holds: (document: PlacedDocument, finding: Finding) => boolean;
  /** What keeps it from a level: what its pod says counts for a container too. */
  readonly needs: (document: PlacedDocument, finding: Finding) => boolean;
}

/**
 * Hardens the container and the workload at an offset of the file, and the whole file, each to baseline and to
 * restricted where that makes a difference: in one edit, with what is left for the user to decide.
 *
 * @param tellsLeft whether the client can show what is left
 */
export function hardenActions(document: EditedDocument, offset: number, tellsLeft: boolean): CodeAction[] {
  // What one target leaves unchanged is not read anew for the next one.
  const latest = new Map<HardenLevel, LintedText>();
  return targetsAt(document.linted, offset).flatMap((target) => {
    let fewer = 0;
    return hardenLevels.flatMap((level): CodeAction[] => {
      const { edits, mended, left } = hardened(document, target, offset, { level, latest });
      if (mended.length <= fewer) return [];
      fewer = mended.length;
      const count = left.length === 0 ? '' : `, ${left.length} left to decide`;
      const title = `Harden ${target.name} to ${level} (${mended.length} fixed${count})`;
      const shown: LeftToDecide = { title: `Hardened ${target.name} to ${level}`, left };
      return [
        {
          title,
          kind: hardenKind,
          edit: workspaceEdit(document, edits),
          ...(tellsLeft &&
            left.length > 0 && {
              command: { title: 'Show what is left to decide', command: showLeftCommand, arguments: [shown] },
            }),
        },
      ];
    });
  });
}

/** How far a target is hardened, and what was hardened last. */
interface Hardening {
  readonly level: HardenLevel;
  readonly latest: Map<HardenLevel, LintedText>;
}

interface Hardened {
  readonly edits: readonly TextEdit[];
  readonly mended: readonly Finding[];
  readonly left: LeftToDecide['left'];
}

/** Hardens a target; one fix may be what another has waited for, so that what is mended is looked at once more. */
function hardened(
  { text, linted }: Hardenable,
  target: Target,
  offset: number,
  { level, latest }: Hardening,
): Hardened {
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

function leftAfter(
  linted: LintedText,
  { needs }: Target,
  level: HardenLevel,
  mended: readonly Finding[],
): LeftToDecide['left'] {
  return linted.documents.flatMap((placed) =>
    placed.document.findings
      .filter((finding) => needs(placed, finding) && isOfLevel(finding.rule.profile, level))
      .filter((finding) => finding.tree && !mended.includes(finding))
      .map(({ rule, message }) => ({ rule: rule.id, message })),
  );
}

function targetsAt(linted: LintedText, offset: number): Target[] {
  const workloads = linted.documents.flatMap(({ document }) =>
    document.reading.subjects.filter(({ pods: made }) => made.length > 0),
  );
  const placed = linted.documents.findLast(({ start }) => start <= offset);
  if (!placed) return [];
  const inside = offset - placed.start;
  const subject = placed.document.reading.subjects.find(
    ({ object, pods }) => pods.length > 0 && holdsOffset(object.root, inside),
  );
  if (!subject) return [];
  const { object, pods } = subject;
  const containers = pods.flatMap((pod) => pod.containers);
  const container = containers.find(({ field }) => holdsOffset(field, inside));
  const name = stringOf(descend(object.root, 'metadata', 'name'));
  const whole = holding(placed, object.root);
  const others = containers.filter((other) => other !== container).map(({ field }) => holding(placed, field));
  const ofContainer: Target['needs'] = (document, finding) =>
    whole(document, finding) && !others.some((holds) => holds(document, finding));
  const workload = `${object.kind ?? 'workload'}${name === undefined ? '' : ` "${name}"`}`;
  const everything = () => true;
  return [
    ...(container
      ? [{ name: describeContainer(container), holds: holding(placed, container.field), needs: ofContainer }]
      : []),
    { name: workload, holds: whole, needs: whole },
    ...(workloads.length > 1 ? [{ name: 'this file', holds: everything, needs: everything }] : []),
  ];
}

function holding({ document: target }: PlacedDocument, field: Field): Target['holds'] {
  return ({ document }, { range }) => document === target && holdsOffset(field, range.start);
}

function holdsOffset(field: Field, offset: number): boolean {
  const range = rangeOfNode(field);
  return range !== undefined && range.start <= offset && offset <= range.end;
}

function rangeOfNode({ node, parent }: Field): OffsetRange | undefined {
  if (!node?.range) return undefined;
  // An object is all of its document unless it is an item of a List.
  if (!parent) return { start: 0, end: Number.POSITIVE_INFINITY };
  return { start: node.range[0], end: node.range[1] };
}
