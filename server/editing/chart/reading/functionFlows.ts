import type { Term } from '../../../rendering/charts/language/tree';
import { follow } from './follow';
import { fieldOf, itemOf, type Meaning, oneOf, unknown, withoutRoots } from './meaning';
import { type NamePlace, noted, readByKey, readWhole, wrote } from './notes';
import type { Scope } from './scope';

/*
 * Where values go that functions are given. A function that isn't listed reads all of its arguments whole, and what it gives
 * is no value any more.
 */

/** An argument. */
export interface Given {
  /** Undefined for what is piped in. */
  readonly term: Term | undefined;
  readonly meaning: Meaning;
}

/** How a function hands on what it is given. */
export interface Flow {
  /** Whether it asks if something is there, or hands it on to who may: what isn't there is no fault then. */
  readonly tests: boolean;
  readonly follow: (given: readonly Given[], scope: Scope, isTested: boolean) => Meaning;
}

function flow(follow: Flow['follow']): Flow {
  return { tests: false, follow };
}

function test(follow: Flow['follow']): Flow {
  return { tests: true, follow };
}

const meaningAt = (given: readonly Given[], index: number): Meaning => given.at(index)?.meaning ?? unknown;
const all = (given: readonly Given[]): Meaning => oneOf(given.map(({ meaning }) => meaning));
const readAll = (given: readonly Given[], scope: Scope): Meaning => {
  for (const { meaning } of given) readWhole(scope.reader.notes, meaning);
  return unknown;
};

/** Any of the arguments. */
const anyGiven = test(all);
/** Says something of what it is given, and reads nothing that is in it. */
const says = test(() => unknown);
/** The last argument, or what is made of it that has the same items. */
const same = flow((given) => meaningAt(given, -1));
const first = flow((given) => meaningAt(given, 0));
const item = flow((given) => itemOf(meaningAt(given, 0)));

/** Tables laid over each other: what stands in any of them, and nobody knows what else. */
const merged = test((given, scope) => {
  for (const { meaning } of given) wrote(scope.reader.notes, meaning);
  return all(given);
});

/** Follows what stands behind keys; a key that isn't written down may be any. */
function along(base: Meaning, keys: readonly Given[], scope: Scope, isTested: boolean): Meaning {
  let meaning = base;
  let names: NamePlace[] = [];
  let from = base;
  const place = () => {
    const [start = 0, end = 0] = [names[0]?.start, names.at(-1)?.end];
    if (names.length > 0) follow(from, names, { start, end }, scope, isTested);
  };
  for (const { term, meaning: key } of keys) {
    if (term?.kind === 'string') {
      names.push({ name: term.text, start: term.start + 1, end: term.end - 1 });
      meaning = fieldOf(meaning, term.text);
      continue;
    }
    place();
    if (key.kind !== 'unknown' && key.kind !== 'text') readWhole(scope.reader.notes, key);
    readByKey(scope.reader.notes, meaning);
    meaning = itemOf(meaning);
    from = meaning;
    names = [];
  }
  place();
  return meaning;
}

const get = test((given, scope) => along(meaningAt(given, 0), given.slice(1), scope, true));
/** `dig "a" "b" default table`. */
const dig = test((given, scope) => {
  return oneOf([along(meaningAt(given, -1), given.slice(0, -2), scope, true), meaningAt(given, -2)]);
});
const pluck = test((given, scope) => {
  const key = given.slice(0, 1);
  return { kind: 'list', items: oneOf(given.slice(1).map(({ meaning }) => along(meaning, key, scope, true))) };
});
const set = test((given, scope) => {
  const [table, key, value] = [meaningAt(given, 0), given[1], meaningAt(given, 2)];
  readWhole(scope.reader.notes, value);
  if (key?.term?.kind === 'string') wrote(scope.reader.notes, fieldOf(table, key.term.text));
  else wrote(scope.reader.notes, table);
  return table;
});
const dict = test((given, scope) => {
  const entries = new Map<string, Meaning>();
  for (let at = 0; at + 1 < given.length; at += 2) {
    const [key, value] = [meaningAt(given, at), meaningAt(given, at + 1)];
    if (key.kind === 'text') entries.set(key.text, value);
    else
      readAll(
        [
          { term: undefined, meaning: key },
          { term: undefined, meaning: value },
        ],
        scope,
      );
  }
  return { kind: 'entries', entries };
});
const list = test((given) => ({ kind: 'list', items: all(given) }));
const include = test((given, scope) => {
  const [name, dot] = [given[0], meaningAt(given, 1)];
  if (name) callNamed(name, dot, scope);
  return unknown;
});
/** The text that `tpl` is given is read where it stands; what it is read with is asked for there. */
const tpl = test((given, scope) => {
  readWhole(scope.reader.notes, meaningAt(given, 0));
  const dot = meaningAt(given, 1);
  readWhole(scope.reader.notes, withoutRoots(dot));
  return unknown;
});

/** Texts made of what stands where; all that matters of one is whether it names a file of the chart's templates. */
const prints = flow((given, scope) => {
  const path = given.find(({ meaning }) => isTemplateFile(meaning));
  return path?.meaning ?? readAll(given, scope);
});

/** Files of templates are read anyway, with all that there is. */
function isTemplateFile(meaning: Meaning): boolean {
  return meaning.kind === 'object' && meaning.path[0] === 'Template';
}

/** Has the template of a name read; one that isn't known may read all that it is given. */
export function callNamed({ term, meaning }: Given, dot: Meaning, scope: Scope): void {
  const { file, reader } = scope;
  if (isTemplateFile(meaning)) return;
  const names = meaning.kind === 'text' ? [meaning.text] : textsIn(meaning);
  if (term?.kind === 'string') {
    const place = { file, name: term.text, start: term.start + 1, end: term.end - 1 };
    noted(reader.notes.calls, file).set(term.start, place);
  }
  if (names.length === 0) reader.notes.hasUnknownCalls = true;
  const isKnown = names.length > 0 && names.map((name) => reader.call(name, dot)).every((known) => known);
  if (!isKnown) readWhole(reader.notes, dot);
}

function textsIn(meaning: Meaning): string[] {
  if (meaning.kind !== 'oneOf') return [];
  const texts = meaning.of.flatMap((one) => (one.kind === 'text' ? one.text : []));
  return texts.length === meaning.of.length ? texts : [];
}

function named(names: string, made: Flow): [string, Flow][] {
  return names.split(' ').map((name) => [name, made]);
}

/** By the names of functions. */
export const flows: ReadonlyMap<string, Flow> = new Map([
  ...named('include', include),
  ...named('print printf', prints),
  ...named('tpl', tpl),
  ...named('dict', dict),
  ...named('list tuple', list),
  ...named('default coalesce and or', anyGiven),
  ...named(
    'ternary',
    test((given) => all(given.slice(0, 2))),
  ),
  ...named(
    'required',
    test((given) => meaningAt(given, -1)),
  ),
  ...named('not empty kindOf typeOf kindIs typeIs typeIsLike', says),
  ...named(
    'hasKey',
    test((given, scope) => {
      along(meaningAt(given, 0), given.slice(1), scope, true);
      return unknown;
    }),
  ),
  ...named('index get', get),
  ...named('dig', dig),
  ...named('pluck', pluck),
  ...named('set', set),
  ...named(
    'unset',
    test((given, scope) => {
      wrote(scope.reader.notes, meaningAt(given, 0));
      return meaningAt(given, 0);
    }),
  ),
  ...named('merge mergeOverwrite mustMerge mustMergeOverwrite', merged),
  ...named('deepCopy mustDeepCopy', same),
  ...named('pick omit', first),
  ...named('first mustFirst last mustLast', item),
  ...named('initial mustInitial rest mustRest reverse mustReverse uniq mustUniq compact mustCompact sortAlpha', first),
  ...named('append mustAppend push mustPush prepend mustPrepend without mustWithout', flow(all)),
  ...named(
    'concat',
    flow((given) => ({ kind: 'list', items: oneOf(given.map(({ meaning }) => itemOf(meaning))) })),
  ),
  ...named(
    'values',
    flow((given) => ({ kind: 'list', items: oneOf(given.map(({ meaning }) => itemOf(meaning))) })),
  ),
]);
