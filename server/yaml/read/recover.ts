import { type Document, type ErrorCode, isCollection, isPair, isScalar, visit } from 'yaml';
import { lineStartAt, nextLineAt } from '../parsing/lines';

/** The faults behind which `yaml` misreads more than the value they stand in. */
const misleading: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

/**
 * For each fault, the texts in which what may have caused it is blanked out, so that what stands around half-typed
 * lines is read as what it is. Every offset stays.
 */
export function* repairs(text: string, document: Document.Parsed): Iterable<readonly string[]> {
  for (const { code, pos } of document.errors) {
    if (code === 'TAB_AS_INDENT') {
      yield [text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => ' '.repeat(indent.length))];
    } else if (misleading.has(code)) {
      yield causes(text, document, code, pos).flatMap(([start, end]) => {
        const blanked = text.slice(start, end).replace(/[^\r\n]/g, ' ');
        return blanked === text.slice(start, end) ? [] : [text.slice(0, start) + blanked + text.slice(end)];
      });
    }
  }
}

/** True if a repair brought the reader further. */
export function isBetter(repaired: Document.Parsed, document: Document.Parsed): boolean {
  const first = ({ errors }: Document.Parsed) => errors[0]?.pos[0] ?? Number.POSITIVE_INFINITY;
  return repaired.errors.length < document.errors.length || first(repaired) > first(document);
}

/** The stretches of text that may have caused a fault. */
function causes(
  text: string,
  document: Document.Parsed,
  code: ErrorCode,
  [start, end]: readonly [number, number],
): (readonly [number, number])[] {
  const quote = quoteRunningInto(text, document, start);
  if (quote !== undefined) {
    const lineEnd = nextLineAt(text, quote);
    return [
      [quote, lineEnd],
      [contentStart(text, quote), lineEnd],
    ];
  }
  const own = [contentStart(text, start), nextLineAt(text, start)] as const;
  const aboveEnd = text.slice(0, lineStartAt(text, start)).trimEnd().length;
  const above = [contentStart(text, aboveEnd), aboveEnd] as const;
  const bracket = enclosingBracket(text, document, start);
  if (bracket !== undefined) {
    // In a flow collection a missing comma or a word too much misleads nobody.
    if (code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN') return [];
    return [own[0] === start ? above : own, [bracket, bracket + 1]];
  }
  switch (code) {
    case 'BAD_INDENT': {
      // The line above says that its key has no other lines, and these come after all.
      const last = text.slice(0, lineStartAt(text, end)).trimEnd().length;
      return [
        [contentStart(text, last), last],
        [lineStartAt(text, last), last],
      ];
    }
    case 'BLOCK_AS_IMPLICIT_KEY': {
      // Either this line or the next one is indented by mistake.
      const next = nextLineAt(text, start);
      return [[contentStart(text, next), nextLineAt(text, next)], own];
    }
    case 'MULTILINE_IMPLICIT_KEY': {
      // A key that is whole is read as one, whatever stands above it.
      const isWholeKey = /^[\w./-]+$/.test(text.slice(start, end)) && /^[ \t]*:\s/.test(text.slice(end));
      // A word without its colon swallows the key on the next line.
      return isWholeKey ? [] : [[own[0], Math.max(lineStartAt(text, end), own[1])]];
    }
    default:
      return [own];
  }
}

/** Where a line's content begins: behind its dashes, unless the fault is about these. */
function contentStart(text: string, offset: number): number {
  const lineStart = lineStartAt(text, offset);
  const dashes = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(lineStart, nextLineAt(text, offset)))?.[0].length ?? 0;
  return lineStart + dashes <= offset ? lineStart + dashes : lineStart;
}

/**
 * Where a quoted scalar begins that, for want of a closing quote, runs over several lines: to the next quote in the
 * document, which stands on the line of the fault, or to the end.
 */
function quoteRunningInto(text: string, document: Document.Parsed, fault: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const quote = text.charAt(start);
      if ((quote !== '"' && quote !== "'") || !text.slice(start, end).includes('\n')) return undefined;
      const runsIntoFault = start <= fault && end >= lineStartAt(text, fault);
      if (!runsIntoFault && end < text.trimEnd().length) return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the innermost flow collection begins that is still open at an offset. */
function enclosingBracket(text: string, document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, (_, node) => {
    if (isPair(node) || isScalar(node)) return undefined;
    if (!isCollection(node) || !node.flow || !node.range || !/[[{]/.test(text.charAt(node.range[0]))) return undefined;
    if (node.range[0] < offset && offset <= node.range[2] + 1) found = node.range[0];
    return undefined;
  });
  return found;
}
