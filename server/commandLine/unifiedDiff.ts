import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Encoding } from '../workspace/disk/textFile';
import type { LineRange } from './report';
import { type ShownHunk, withoutSecrets } from './shownHunks';

/** A text with the same text as it may be shown: line for line, with other characters for secrets. */
export interface ShownVersion {
  readonly text: string;
  readonly shown: string;
}

/** The change of a file as it may be shown. */
export interface ShownDiff {
  /** Empty if no part of the change may be shown. */
  readonly diff: string;
  /** The lines whose change is left out, since it would show a secret; as the old text counts them, from 1. */
  readonly withheld: readonly LineRange[];
}

/**
 * The change of a file as `git apply` and `patch -p1` read it, with the file's own line ends. Changes of lines that hold
 * a secret are left out, and so are lines around other changes; what is left applies by itself.
 */
export function unifiedDiff(name: string, before: ShownVersion, after: ShownVersion, encoding: Encoding): ShownDiff {
  // A byte order mark is part of the first line for whoever applies the diff.
  const mark = encoding.hasByteOrderMark ? '\uFEFF' : '';
  const patch = structuredPatch(`a/${name}`, `b/${name}`, mark + before.text, mark + after.text, undefined, undefined, {
    context: 3,
  });
  const oldLines = `${mark}${before.shown}`.split('\n');
  const newLines = `${mark}${after.shown}`.split('\n');
  const parts = patch.hunks.map((hunk) => withoutSecrets(hunk, oldLines, newLines));
  const shown = parts.flatMap(({ hunks }) => hunks);
  return {
    diff: shown.length === 0 ? '' : formatPatch({ ...patch, hunks: renumbered(shown) }, FILE_HEADERS_ONLY),
    withheld: parts.flatMap(({ withheld }) => withheld),
  };
}

/** Hunks with the lines at which they begin in a text that has but their changes. */
function renumbered(hunks: readonly ShownHunk[]): StructuredPatchHunk[] {
  let shift = 0;
  return hunks.map((hunk) => {
    const newStart = hunk.oldStart + shift;
    shift += hunk.newLines - hunk.oldLines;
    return { ...hunk, lines: [...hunk.lines], newStart };
  });
}
