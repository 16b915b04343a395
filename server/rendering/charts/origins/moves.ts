import { readOnce } from '../../../readOnce';
import type { Source, SourceFile, Spot } from './source';

/** What an edit did to a file: the characters between `start` and `end` became others. */
interface Move {
  readonly to: SourceFile;
  readonly start: number;
  readonly end: number;
  /** How far what stands behind has moved. */
  readonly by: number;
}

/** Where what is otherwise the same comes from now. */
export interface Moves {
  /** Template files as they were, and what an edit made of them. */
  readonly files: Map<SourceFile, Move>;
  /** Where values came from, and what the same values come from now. */
  readonly sources: Map<Source, Source>;
  /** Sources that are as before. */
  readonly staying: Source[];
}

/** Nothing has moved yet. */
export function noMoves(): Moves {
  return { files: new Map(), sources: new Map(), staying: [] };
}

/** Notes that a file is another now; says false if it is known to have become a third one. */
export function noteFile({ files }: Moves, from: SourceFile, to: SourceFile): boolean {
  if (from === to) return true;
  const known = files.get(from);
  if (known) return known.to === to;
  if (from.path !== to.path) return false;
  const before = knownMoves(from);
  const move = before.get(to) ?? moveOf(from.text, to);
  before.set(to, move);
  files.set(from, move);
  return true;
}

/** Every template asks the same of a file. */
const knownMoves = readOnce((_: SourceFile) => new WeakMap<SourceFile, Move>());

function moveOf(before: string, to: SourceFile): Move {
  const after = to.text;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  return { to, start, end: before.length - same, by: after.length - before.length };
}

/** Notes where a value comes from now; says false if that can't take the place of where it came from. */
export function noteSource(moves: Moves, from: Source | undefined, to: Source | undefined): boolean {
  const { sources, staying } = moves;
  if (from === undefined || to === undefined) return from === to;
  if (from === to || isEqual(from, to)) {
    staying.push(from);
    return true;
  }
  // A scalar on several lines knows each of them.
  if (from.kind === 'joined' && to.kind === 'joined') {
    const { ends } = to;
    if (from.ends.length !== ends.length || from.ends.some((end, index) => end !== ends[index])) return false;
    return from.parts.every((part, index) => noteSource(moves, part, to.parts[index]));
  }
  // What is written otherwise is copied otherwise: `1e3` and `1000`.
  if (from.kind === 'spot' && to.kind === 'spot' && !isWrittenSame(from, to)) return false;
  // How texts are put together depends on the kind, and on nothing else of it.
  if (from.kind !== to.kind || (from.kind !== 'spot' && from.kind !== 'given')) return false;
  const known = sources.get(from);
  if (known) return known === to;
  sources.set(from, to);
  return true;
}

function isWrittenSame(one: Spot, other: Spot): boolean {
  if (one.copy < 0 || other.copy < 0) return one.copy < 0 && other.copy < 0;
  return one.file.text.slice(one.copy, one.end) === other.file.text.slice(other.copy, other.end);
}

function isEqual(one: Source, other: Source): boolean {
  if (one.kind === 'given') return other.kind === 'given' && one.by === other.by;
  if (one.kind !== 'spot' || other.kind !== 'spot') return false;
  return (
    one.file === other.file &&
    one.start === other.start &&
    one.end === other.end &&
    one.copy === other.copy &&
    isSamePath(one.path, other.path)
  );
}

function isSamePath(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (one === other) return true;
  return one?.length === other?.length && one?.every((key, index) => key === other?.[index]) === true;
}

/** True if each source has become one other, and no two the same. */
export function areDistinct({ sources, staying }: Moves): boolean {
  if (sources.size === 0) return true;
  const targets = new Set(sources.values());
  return targets.size === sources.size && !staying.some((source) => sources.has(source) || targets.has(source));
}

/** Where characters stand now; nothing if they begin or end within what was edited. */
export function movedRange(
  { start: first, end: last, by }: Move,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  // What is written where something begins stands before it, what is written where it ends behind it.
  if (start >= last) return { start: start + by, end: end + by };
  if (end <= first) return { start, end };
  return start <= first && end >= last ? { start, end: end + by } : undefined;
}

/** A part of a template as it stands now. */
export function movedSpot({ files }: Moves, spot: Spot): Spot | undefined {
  const move = files.get(spot.file);
  if (!move) return spot;
  const range = movedRange(move, spot);
  // All of it stands in one piece, on one side of the edit.
  if (!range || range.end - range.start !== spot.end - spot.start) return undefined;
  return { ...spot, ...range, file: move.to, copy: spot.copy < 0 ? -1 : spot.copy + range.start - spot.start };
}
