import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import { command, isCommandLine, printable } from '../lint/printable';
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
  /** The lines whose change is left out, since it would show a secret or steer a terminal; as the old text counts them, from 1. */
  readonly withheld: readonly LineRange[];
}

/**
 * The change of a file as `git apply` and `patch -p1` read it, with the file's own line ends. Changes of lines that hold
 * a secret, or what a terminal or a workflow's log must not be sent, are left out, and so are such lines around other
 * changes; what is left applies by itself.
 */
export function unifiedDiff(name: string, before: ShownVersion, after: ShownVersion, encoding: Encoding): ShownDiff {
  // A byte order mark is part of the first line for whoever applies the diff.
  const mark = encoding.hasByteOrderMark ? '\uFEFF' : '';
  const patch = structuredPatch(`a/${name}`, `b/${name}`, mark + before.text, mark + after.text, undefined, undefined, {
    context: 3,
  });
  const oldLines = printableLinesOf(mark + before.shown);
  const newLines = printableLinesOf(mark + after.shown);
  const parts = patch.hunks.map((hunk) => withoutSecrets(hunk, oldLines, newLines));
  const shown = parts.flatMap(({ hunks }) => hunks);
  return {
    diff:
      shown.length === 0 ? '' : withoutCommand(formatPatch({ ...patch, hunks: renumbered(shown) }, FILE_HEADERS_ONLY)),
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

/** The lines of a text as they may be shown: those that may not be differ from the text's own. */
function printableLinesOf(text: string): string[] {
  return text.split('\n').map((line) => {
    if (isCommandLine(line)) return '';
    return line.endsWith('\r') ? `${printable(line.slice(0, -1))}\r` : printable(line);
  });
}

/** A diff whose file has a name that is a command to whoever reads it in a log: git reads escaped names alike. */
function withoutCommand(diff: string): string {
  const [oldName = '', newName = '', ...hunks] = diff.split('\n');
  const escaped = (line: string) => {
    const [, sign = '', name = ''] = /^(\S+ )(.*)$/.exec(line) ?? [];
    if (printable(name) === name) return line;
    const quoted = name.startsWith('"') ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
    return sign + quoted.replace(command, '\\043');
  };
  return [escaped(oldName), escaped(newName), ...hunks].join('\n');
}
