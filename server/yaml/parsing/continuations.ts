import type { OffsetRange } from './lines';

/*
 * Where kubectl's reader, which follows YAML 1.1, and YAML 1.2 part over the layout of a text: the lines of a flow collection
 * or of quoted text may begin at any column, and a tab may stand nowhere that a key could begin.
 */

/** Text that goes on over several lines: from the bracket or quote that opens it to the offset behind the one that closes it. */
interface Continued extends OffsetRange {
  /** True where it begins on a line of its own, below its key. */
  readonly isBelowKey: boolean;
}

/** What a place in block style is read with. */
interface Cursor {
  readonly text: string;
  at: number;
  /** The column of the key or dash that the line at hand has shown last; -1 for none. */
  column: number;
  /** The column of the key with whose colon the line above has ended. */
  keyAbove: number | undefined;
  /** Whether the white space of the next line has been read already: it belongs to a plain scalar above. */
  isIndentRead: boolean;
  /** The first tab that kubectl refuses. */
  tab: number | undefined;
  readonly found: Continued[];
}

/** The flow collections and quoted texts in block style that need more than a line. A broken text may have some of them only. */
export function continuedTexts(text: string): readonly Continued[] {
  return scanned(text).found;
}

/** The first tab that stands where kubectl takes none. */
export function refusedTab(text: string): number | undefined {
  return text.includes('\t') ? scanned(text).tab : undefined;
}

/** Where the first flow collection begins that nothing closes. */
export function unclosedFlow(text: string): number | undefined {
  const { at } = scanned(text);
  return /[[{]/.test(text.charAt(at)) ? at : undefined;
}

function scanned(text: string): Cursor {
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  const cursor: Cursor = { text, at, column: -1, keyAbove: undefined, isIndentRead: false, tab: undefined, found: [] };
  while (cursor.at < text.length) {
    if (!readLine(cursor)) break;
  }
  return cursor;
}

/** Reads on to the start of a line; false where an end is missing. */
function readLine(cursor: Cursor): boolean {
  const { text } = cursor;
  const lineStart = cursor.at;
  cursor.column = -1;
  const isMarker = /^---(?=\s|$)/.test(text.slice(lineStart, lineStart + 4));
  if (isMarker) cursor.at += 3;
  skipSpaces(cursor, cursor.isIndentRead || isMarker);
  cursor.isIndentRead = false;
  /** Where a node begins whose anchor or tag has been read. */
  let nodeStart: number | undefined;
  for (;;) {
    const start = cursor.at;
    const unit = text.charAt(start);
    if (unit === '' || unit === '\n' || unit === '\r' || unit === '#') return skipLine(cursor);
    const { keyAbove } = cursor;
    cursor.keyAbove = undefined;
    if (/[-?:]/.test(unit) && isBlankAt(text, cursor.at + 1)) {
      if (unit !== ':' || cursor.column < 0) cursor.column = Math.max(cursor.column, cursor.at - lineStart);
      cursor.at++;
      nodeStart = undefined;
      if (unit === ':') cursor.keyAbove = cursor.column;
      skipSpaces(cursor, unit === ':');
    } else if (/[&!*]/.test(unit)) {
      nodeStart ??= cursor.at;
      while (!isBlankAt(text, cursor.at)) cursor.at++;
      skipSpaces(cursor, true);
    } else if (unit === '|' || unit === '>') {
      if (cursor.column < 0) cursor.column = keyAbove ?? -1;
      return skipBlock(cursor);
    } else if (/["'[{]/.test(unit)) {
      if (!readContinued(cursor, (nodeStart ?? cursor.at) - lineStart, keyAbove)) return false;
      nodeStart = undefined;
    } else if (readPlain(cursor, (nodeStart ?? cursor.at) - lineStart)) {
      nodeStart = undefined;
    } else {
      if (cursor.column < 0) cursor.column = keyAbove ?? (nodeStart ?? start) - lineStart;
      return skipPlain(cursor);
    }
  }
}

/**
 * Skips white space; where a key could begin behind it no tab may stand in it. Lines of nothing but white space are left
 * alone: nobody sees what is wrong with them.
 */
function skipSpaces(cursor: Cursor, mayHoldTabs: boolean): void {
  const { text, at: start } = cursor;
  while (/[ \t]/.test(text.charAt(cursor.at))) cursor.at++;
  if (mayHoldTabs || isLineEnd(text, cursor.at)) return;
  noteTab(cursor, start, cursor.at);
}

function noteTab(cursor: Cursor, start: number, end: number): void {
  const tab = cursor.text.slice(start, end).indexOf('\t');
  if (tab >= 0) cursor.tab ??= start + tab;
}

function readContinued(cursor: Cursor, column: number, keyAbove: number | undefined): boolean {
  const { text, at: start } = cursor;
  const end = /["']/.test(text.charAt(start)) ? quoteEnd(text, start) : flowEnd(text, start);
  if (end === undefined) return false;
  const isKey = /^[ \t]*:/.test(text.slice(end, end + 20));
  const isBelowKey = keyAbove !== undefined && cursor.column < 0 && !isKey;
  if (isBelowKey || text.slice(start, end).includes('\n')) cursor.found.push({ start, end, isBelowKey });
  cursor.at = end;
  skipSpaces(cursor, true);
  if (isKey) cursor.column = Math.max(cursor.column, column);
  return true;
}

/** Reads a plain scalar on its line; true for a key. */
function readPlain(cursor: Cursor, column: number): boolean {
  const { text, at: start } = cursor;
  for (let at = start; ; at++) {
    const unit = text.charAt(at);
    if (unit === '' || unit === '\n' || (unit === '#' && /[ \t]/.test(text.charAt(at - 1)))) {
      cursor.at = at;
      return false;
    }
    if (unit === ':' && isBlankAt(text, at + 1)) {
      cursor.column = Math.max(cursor.column, column);
      cursor.at = at + 1;
      skipSpaces(cursor, true);
      cursor.keyAbove = cursor.column;
      return true;
    }
  }
}

function skipLine(cursor: Cursor): true {
  const end = cursor.text.indexOf('\n', cursor.at);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  return true;
}

/** Skips the rest of a plain scalar: the lines deeper than its key, and white space up to the line that ends it. */
function skipPlain(cursor: Cursor): true {
  const { text, column } = cursor;
  while (text.charAt(cursor.at) !== '#' && cursor.at < text.length) {
    skipLine(cursor);
    const start = cursor.at;
    let at = start;
    while (/[ \t]/.test(text.charAt(at))) at++;
    if (isLineEnd(text, at)) continue;
    noteTab(cursor, start, Math.min(at, start + column + 1));
    if (at - start <= column || text.charAt(at) === '#' || text.startsWith('---', start)) {
      cursor.isIndentRead = true;
      return true;
    }
    while (!isLineEnd(text, at) && !(text.charAt(at) === '#' && /[ \t]/.test(text.charAt(at - 1)))) at++;
    cursor.at = at;
  }
  return skipLine(cursor);
}

/** Skips a block scalar. */
function skipBlock(cursor: Cursor): true {
  const { text } = cursor;
  const chosen = /^[|>][-+]?([1-9])/.exec(text.slice(cursor.at, cursor.at + 3))?.[1];
  let column = chosen === undefined ? undefined : Math.max(cursor.column, 0) + Number(chosen);
  for (skipLine(cursor); cursor.at < text.length; skipLine(cursor)) {
    let at = cursor.at;
    while (text.charAt(at) === ' ' && at - cursor.at < (column ?? Number.POSITIVE_INFINITY)) at++;
    const indent = at - cursor.at;
    if (text.charAt(at) === '\t' && indent < (column ?? Number.POSITIVE_INFINITY)) cursor.tab ??= at;
    if (isLineEnd(text, at)) continue;
    column ??= Math.max(indent, cursor.column + 1);
    if (indent < column || text.startsWith('---', cursor.at)) return true;
  }
  return true;
}

function quoteEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\' && quote === '"') at++;
    else if (unit === quote && quote === "'" && text.charAt(at + 1) === "'") at++;
    else if (unit === quote) return at + 1;
  }
  return undefined;
}

function flowEnd(text: string, start: number): number | undefined {
  let depth = 0;
  // A quote within a plain scalar is one of its letters.
  let isStart = true;
  for (let at = start; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '#' && /\s/.test(text.charAt(at - 1))) {
      const lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) return undefined;
      at = lineEnd;
    } else if (isStart && (unit === '"' || unit === "'")) {
      const end = quoteEnd(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (unit === '[' || unit === '{') {
      depth++;
      isStart = true;
    } else if (unit === ']' || unit === '}') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (unit === ',' || unit === ':' || unit === '?') {
      isStart = true;
    } else if (!/\s/.test(unit)) {
      isStart = false;
    }
  }
  return undefined;
}

function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === '\n' || text.startsWith('\r\n', at);
}
