import { Fault } from '../go/fault';
import { quoted } from '../go/quote';
import { compileRegex, type Match, matches, type Regex, replacedMatches, replacementPieces } from '../go/regex';
import { madeOf } from '../origins/source';
import { addPart, type Pieces, pieces } from '../values/joinTexts';
import { bool, list, nullList, part, sourceOf, type Text, text, type Value } from '../values/value';
import { define, type Family, numberAt, textAt } from './define';

/** What a function of two kinds does with its pattern: those that `must` say what is wrong, the others panic. */
function both(name: string, signature: string, work: (regex: Regex, values: readonly Value[]) => Value): Family {
  const must = define(signature, (values) => work(compileRegex(textAt(values, 0).text), values));
  const panicking = define(signature, (values) => {
    const pattern = textAt(values, 0).text;
    return work(orPanic(pattern), values);
  });
  return { [name]: panicking, [`must${name[0]?.toUpperCase()}${name.slice(1)}`]: must };
}

function orPanic(pattern: string): Regex {
  try {
    return compileRegex(pattern);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const shown = pattern.includes('`') ? quoted(pattern) : `\`${pattern}\``;
    throw new Fault(`regexp: Compile(${shown}): ${error.message}`);
  }
}

function whole(of: Text, { starts, ends }: Match): Text {
  return part(of, starts[0] ?? 0, ends[0] ?? 0);
}

const matching = (values: readonly Value[]) => {
  return bool(
    compileRegex(textAt(values, 0).text).matchFrom(textAt(values, 1).text, 0) !== undefined,
    sourceOf(values),
  );
};

/** Sprig's functions of regular expressions, which are RE2's. */
export const regexes: Family = {
  mustRegexMatch: define('string, string', matching),
  regexMatch: define('string, string', (values) => {
    try {
      return matching(values);
    } catch (error) {
      if (error instanceof Fault) return bool(false, sourceOf(values));
      throw error;
    }
  }),
  ...both('regexFind', 'string, string', (regex, values) => {
    const of = textAt(values, 1);
    const match = regex.matchFrom(of.text, 0);
    return match ? whole(of, match) : text('', madeOf([of.source]));
  }),
  ...both('regexFindAll', 'string, string, int', (regex, values) => {
    const of = textAt(values, 1);
    const count = numberAt(values, 2);
    const found = [...matches(regex, of.text, count)].map((match) => whole(of, match));
    return found.length === 0 ? nullList('[]string', of.source) : list(found, '[]string', of.source);
  }),
  ...both('regexReplaceAll', 'string, string, string', (regex, values) => replaceAll(regex, values, true)),
  ...both('regexReplaceAllLiteral', 'string, string, string', (regex, values) => replaceAll(regex, values, false)),
  ...both('regexSplit', 'string, string, int', (regex, values) => {
    const of = textAt(values, 1);
    const parts = split(regex, of, numberAt(values, 2));
    return parts.length === 0 ? nullList('[]string', of.source) : list(parts, '[]string', of.source);
  }),
  regexQuoteMeta: define('string', (values) => {
    const of = textAt(values, 0);
    return text(of.text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'), madeOf([of.source]));
  }),
};

function replaceAll(regex: Regex, values: readonly Value[], expands: boolean): Value {
  const [of, by] = [textAt(values, 1), textAt(values, 2)];
  const template = expands ? replacementPieces(by.text, regex) : undefined;
  const all = pieces();
  let place = 0;
  for (const match of replacedMatches(regex, of.text)) {
    const [start = 0] = match.starts;
    addPart(all, of, place, start);
    if (template) for (const piece of template) addPiece(all, piece, { of, by, match });
    else all.add(by.text, by.source);
    place = match.ends[0] ?? start;
  }
  if (place === 0 && all.length() === 0) return of;
  addPart(all, of, place, of.text.length);
  return all.done();
}

interface Replacing {
  readonly of: Text;
  readonly by: Text;
  readonly match: Match;
}

function addPiece(
  all: Pieces,
  piece: ReturnType<typeof replacementPieces>[number],
  { of, by, match }: Replacing,
): void {
  if (piece.kind === 'text') addPart(all, by, piece.start, piece.end);
  else {
    const [start = -1, end = -1] = [match.starts[piece.group], match.ends[piece.group]];
    if (start >= 0) addPart(all, of, start, end);
  }
}

function split(regex: Regex, of: Text, count: number): Text[] {
  if (count === 0) return [];
  if (regex.pattern !== '' && of.text === '') return [of];
  const parts: Text[] = [];
  let [begin, end] = [0, 0];
  for (const match of matches(regex, of.text, count)) {
    if (count > 0 && parts.length === count - 1) break;
    end = match.starts[0] ?? 0;
    if (match.ends[0] !== 0) parts.push(part(of, begin, end));
    begin = match.ends[0] ?? 0;
  }
  if (end !== of.text.length) parts.push(part(of, begin));
  return parts;
}
