import type { StructuredPatchHunk } from 'diff';
import type { LineRange } from './report';

/** A hunk that shows no secret. */
export interface ShownHunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newLines: number;
  /** With their signs. */
  readonly lines: readonly string[];
}

/** What of a hunk may be shown. */
export interface ShownHunks {
  readonly hunks: readonly ShownHunk[];
  /** Lines of the old text. */
  readonly withheld: readonly LineRange[];
}

/** A line of a hunk, with what says that no line feed follows it. */
interface HunkLine {
  readonly lines: readonly string[];
  readonly sign: string;
  /** Where it stands in the old text, or would, counted from 1. */
  readonly oldLine: number;
  readonly isSecret: boolean;
}

/** Lines that change together, as indexes of a hunk's lines: from the first one to behind the last one. */
interface Block {
  readonly from: number;
  readonly to: number;
}

/**
 * A hunk in as many as it takes to leave out what holds a secret: lines around changes, and whole changes.
 *
 * @param oldLines the old text as it may be shown, `newLines` the new one
 */
export function withoutSecrets(
  hunk: StructuredPatchHunk,
  oldLines: readonly string[],
  newLines: readonly string[],
): ShownHunks {
  const lines = linesOf(hunk, oldLines, newLines);
  const withheld: LineRange[] = [];
  const hunks: ShownHunk[] = [];
  for (const group of groupsOf(lines, blocksOf(lines))) {
    const shown = hunkOf(lines, group);
    if (shown) hunks.push(shown);
    else withheld.push(rangeOf(lines, group));
  }
  return { hunks, withheld };
}

function linesOf(hunk: StructuredPatchHunk, oldLines: readonly string[], newLines: readonly string[]): HunkLine[] {
  let oldLine = hunk.oldStart;
  let newLine = hunk.newStart;
  const lines: HunkLine[] = [];
  for (const written of hunk.lines) {
    const sign = written.charAt(0);
    const previous = lines.at(-1);
    if (sign === '\\' && previous) {
      lines[lines.length - 1] = { ...previous, lines: [...previous.lines, written] };
      continue;
    }
    const shown = sign === '+' ? newLines[newLine - 1] : oldLines[oldLine - 1];
    lines.push({ lines: [written], sign, oldLine, isSecret: written.slice(1) !== shown });
    if (sign !== '+') oldLine++;
    if (sign !== '-') newLine++;
  }
  return lines;
}

function blocksOf(lines: readonly HunkLine[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, { sign }] of lines.entries()) {
    const last = blocks.at(-1);
    if (sign === ' ') continue;
    if (last?.to === index) blocks[blocks.length - 1] = { from: last.from, to: index + 1 };
    else blocks.push({ from: index, to: index + 1 });
  }
  return blocks;
}

/** Blocks with nothing but lines between them that may be shown belong together; one with a secret stays alone. */
function groupsOf(lines: readonly HunkLine[], blocks: readonly Block[]): Block[] {
  const groups: Block[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const joins = last && !lines.slice(last.from, block.to).some(({ isSecret }) => isSecret);
    if (joins) groups[groups.length - 1] = { from: last.from, to: block.to };
    else groups.push(block);
  }
  return groups;
}

/** A group with the lines around it; undefined if it holds a secret, or couldn't be told to stand where it does. */
function hunkOf(lines: readonly HunkLine[], { from, to }: Block): ShownHunk | undefined {
  if (lines.slice(from, to).some(({ isSecret }) => isSecret)) return undefined;
  const isHidden = ({ sign, isSecret }: HunkLine) => sign !== ' ' || isSecret;
  const start = lines.slice(0, from).findLastIndex(isHidden) + 1;
  const behind = lines.slice(to).findIndex(isHidden);
  const end = behind < 0 ? lines.length : to + behind;
  // Git takes a hunk that ends in a change for one at the end of the file.
  if (end === to && to < lines.length) return undefined;
  const shown = lines.slice(start, end);
  return {
    oldStart: shown[0]?.oldLine ?? 1,
    oldLines: shown.filter(({ sign }) => sign !== '+').length,
    newLines: shown.filter(({ sign }) => sign !== '-').length,
    lines: shown.flatMap((line) => line.lines),
  };
}

function rangeOf(lines: readonly HunkLine[], { from, to }: Block): LineRange {
  const changed = lines.slice(from, to);
  const removed = changed.filter(({ sign }) => sign !== '+');
  const first = (removed[0] ?? changed[0])?.oldLine ?? 1;
  return { first, last: removed.at(-1)?.oldLine ?? first };
}
