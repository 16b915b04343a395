import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Encoding } from '../workspace/disk/textFile';

/** A text with the same text as it may be shown: line for line, with other characters for secrets. */
export interface ShownVersion {
  readonly text: string;
  readonly shown: string;
}

/**
 * The change of a file as `git apply` and `patch -p1` read it, with the file's own line ends. Lines around the change
 * that hold a secret are left out; between changes, and in them, the secret is hidden, and the diff is but for reading.
 */
export function unifiedDiff(name: string, before: ShownVersion, after: ShownVersion, encoding: Encoding): string {
  // A byte order mark is part of the first line for whoever applies the diff.
  const mark = encoding.hasByteOrderMark ? '\uFEFF' : '';
  const patch = structuredPatch(`a/${name}`, `b/${name}`, mark + before.text, mark + after.text, undefined, undefined, {
    context: 3,
  });
  const oldLines = `${mark}${before.shown}`.split('\n');
  const newLines = `${mark}${after.shown}`.split('\n');
  const hunks = patch.hunks.map((hunk) => withoutSecrets(hunk, oldLines, newLines));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

function withoutSecrets(hunk: StructuredPatchHunk, oldLines: readonly string[], newLines: readonly string[]) {
  let oldLine = hunk.oldStart - 1;
  let newLine = hunk.newStart - 1;
  const lines = hunk.lines.map((line) => {
    const sign = line.charAt(0);
    if (sign === '\\') return { line, isSecret: false, isContext: true };
    const shown = sign === '+' ? newLines[newLine] : oldLines[oldLine];
    if (sign !== '+') oldLine++;
    if (sign !== '-') newLine++;
    const shownLine = `${sign}${shown ?? ''}`;
    return { line: shownLine, isSecret: shownLine !== line, isContext: sign === ' ' };
  });
  const firstChange = lines.findIndex(({ isContext }) => !isContext);
  const lastChange = lines.findLastIndex(({ isContext }) => !isContext);
  const from = lines.slice(0, firstChange).findLastIndex(({ isSecret }) => isSecret) + 1;
  const behind = lines.slice(lastChange).findIndex(({ isSecret, isContext }) => isSecret && isContext);
  const to = behind < 0 ? lines.length : lastChange + behind;
  const dropped = from + lines.slice(to).filter(({ line }) => !line.startsWith('\\')).length;
  return {
    oldStart: hunk.oldStart + from,
    newStart: hunk.newStart + from,
    oldLines: hunk.oldLines - dropped,
    newLines: hunk.newLines - dropped,
    lines: lines.slice(from, to).map(({ line }) => line),
  };
}
