import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { OpenTemplate } from './openTemplate';

/** What can be folded in a template: its blocks and comments, and its text by indentation, as editors fold YAML. */
export function foldingOf(template: OpenTemplate): FoldingRange[] {
  const { document, typed, blocks } = template;
  const lineAt = (offset: number) => document.positionAt(offset).line;
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  /** For lines that begin a block, part it or end it: the line that begins it. */
  const beginning = new Map<number, number>();
  for (const { marks, end } of blocks) {
    const [first] = marks;
    const firstLine = lineAt(first.action.start);
    for (const [index, { action }] of marks.entries()) {
      const next = marks[index + 1];
      // What comes next stays in sight.
      if (next) add(lineAt(action.start), lineAt(next.action.start) - 1);
      else if (action.end !== end || marks.length === 1) add(lineAt(action.start), lineAt(end));
      beginning.set(lineAt(action.start), Math.min(firstLine, beginning.get(lineAt(action.start)) ?? firstLine));
    }
  }
  for (const { start, end } of typed.comments) add(lineAt(start), lineAt(end), FoldingRangeKind.Comment);
  for (const { start, end } of indented(template, beginning)) add(start, end);
  return ranges;
}

interface Indented {
  readonly start: number;
  readonly depth: number;
  end: number;
}

/** The lines that belong below others by their indentation. Lines of actions alone may stand anywhere. */
function indented(template: OpenTemplate, beginning: ReadonlyMap<number, number>): Indented[] {
  const found: Indented[] = [];
  const open: Indented[] = [];
  const { document, blocks } = template;
  const defined = blocks.filter(({ kind }) => kind === 'define');
  const definitions = new Set(defined.map(({ marks: [first] }) => document.positionAt(first.action.start).line));
  const lines = textLines(template);
  for (const [line, text] of lines.entries()) {
    const start = beginning.get(line);
    if (definitions.has(line)) open.length = 0;
    // The end of a block belongs where the block begins.
    if (start !== undefined && start < line) for (const one of open) if (one.start < start) one.end = line;
    const indent = text.search(/\S/);
    if (indent < 0) continue;
    // Items of a list may stand as deep as its key, and are below it all the same.
    const depth = /^---(?:\s|$)/.test(text) ? -1 : 2 * indent + (/^-(?:\s|$)/.test(text.slice(indent)) ? 1 : 0);
    while ((open.at(-1)?.depth ?? -2) >= depth) open.pop();
    if (depth < 0) continue;
    for (const one of open) one.end = line;
    const own = { start: line, depth, end: line };
    found.push(own);
    open.push(own);
  }
  return found;
}

/** The lines of a template with only blanks where comments and actions stand on lines without other text. */
function textLines({ text, typed: { actions, comments } }: OpenTemplate): string[] {
  let masked = '';
  let done = 0;
  const parts = [...actions, ...comments].sort((one, other) => one.start - other.start);
  for (const { start, end } of parts) {
    masked += text.slice(done, start);
    masked += text.slice(start, end).replace(/[^\r\n]/g, '\0');
    done = end;
  }
  masked += text.slice(done);
  return masked.split(/\r\n|\r|\n/).map((line) => (/[^\0\s]/.test(line) ? line : ''));
}
