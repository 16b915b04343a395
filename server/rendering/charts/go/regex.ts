import { RE2JS } from 're2js';
import { isInvalid } from './bytes';
import { Fault } from './fault';

/** Where a match and its groups stand, -1 for groups that took no part; and the groups' names. */
export interface Match {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A regular expression of RE2. */
export interface Regex {
  readonly pattern: string;
  readonly groups: ReadonlyMap<string, number>;
  /** The first match from a place on; the text before it is seen by `^` and `\b`. */
  readonly matchFrom: (text: string, place: number) => Match | undefined;
}

const made = new Map<string, Regex | Fault>();
const mostKept = 500;

/** Compiles a pattern; throws a fault with Go's text if it is none. */
export function compileRegex(pattern: string): Regex {
  let regex = made.get(pattern);
  if (regex === undefined) {
    if (made.size > mostKept) made.clear();
    regex = compiled(pattern);
    made.set(pattern, regex);
  }
  if (regex instanceof Fault) throw regex;
  return regex;
}

function compiled(pattern: string): Regex | Fault {
  if (isInvalid(pattern)) return new Fault(`error parsing regexp: invalid UTF-8: \`${pattern}\``);
  let engine: RE2JS;
  try {
    engine = RE2JS.compile(pattern);
  } catch (error) {
    return new Fault(error instanceof Error ? error.message : String(error));
  }
  return {
    pattern,
    groups: new Map(Object.entries(engine.namedGroups())),
    matchFrom(text, place) {
      const matcher = engine.matcher(text);
      if (!matcher.find(place)) return undefined;
      const count = matcher.groupCount();
      const starts: number[] = [];
      const ends: number[] = [];
      for (let group = 0; group <= count; group++) {
        starts.push(matcher.start(group));
        ends.push(matcher.end(group));
      }
      return { starts, ends };
    },
  };
}

/** The width of the character at a place. */
function widthAt(text: string, place: number): number {
  const code = text.codePointAt(place);
  return code === undefined ? 0 : code > 0xffff ? 2 : 1;
}

/** All matches, or so many, as Go finds them: none that is empty touches the one before it. */
export function* matches(regex: Regex, text: string, count = -1): Iterable<Match> {
  let place = 0;
  let before = -1;
  for (let found = 0; count < 0 || found < count; ) {
    if (place > text.length) return;
    const match = regex.matchFrom(text, place);
    if (!match) return;
    const [start = 0] = match.starts;
    const [end = 0] = match.ends;
    let isAccepted = true;
    if (end === place) {
      isAccepted = start !== before;
      place += widthAt(text, place) || 1;
    } else place = end;
    before = end;
    if (!isAccepted) continue;
    found++;
    yield match;
  }
}

/** The matches that `ReplaceAll` replaces. */
export function* replacedMatches(regex: Regex, text: string): Iterable<Match> {
  let place = 0;
  let last = 0;
  while (place <= text.length) {
    const match = regex.matchFrom(text, place);
    if (!match) return;
    const [start = 0] = match.starts;
    const [end = 0] = match.ends;
    if (end > last || start === 0) yield match;
    last = end;
    const width = widthAt(text, place);
    if (place + width > end) place += width;
    else if (place + 1 > end) place++;
    else place = end;
  }
}

/** A piece of a replacement: characters of its text, or a group. */
export type ReplacementPiece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'group'; readonly group: number };

const reference = /^\$(?:\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+)|\$)/u;

/** What a replacement says: `$1W` is the group named `1W`. */
export function replacementPieces(template: string, regex: Regex): ReplacementPiece[] {
  const pieces: ReplacementPiece[] = [];
  let place = 0;
  let from = 0;
  const flush = (end: number) => {
    if (end > from) pieces.push({ kind: 'text', start: from, end });
  };
  while (place < template.length) {
    if (template[place] !== '$') {
      place++;
      continue;
    }
    const match = reference.exec(template.slice(place));
    if (!match) {
      place++;
      continue;
    }
    flush(match[0] === '$$' ? place + 1 : place);
    const name = match[1] ?? match[2];
    if (name !== undefined) {
      const group = /^\d+$/.test(name) ? Number(name) : regex.groups.get(name);
      if (group !== undefined) pieces.push({ kind: 'group', group });
    }
    place += match[0].length;
    from = place;
  }
  flush(template.length);
  return pieces;
}
