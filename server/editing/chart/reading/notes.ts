import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { pathFromTop } from '../model/chartValues';
import { pathKey, type ValuePath } from '../model/valuePath';
import type { Meaning } from './meaning';

/** A name that leads to something, where it is written. */
export interface NamePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** An expression that follows names: `.a.b`, `$x.c`, `index . "d"`. */
export interface Access {
  readonly file: GivenFile;
  readonly start: number;
  readonly end: number;
  readonly names: readonly NamePlace[];
  /** What the first name is looked up in. */
  readonly base: Meaning;
  /** What all of them lead to. */
  readonly meaning: Meaning;
  /** Whether somebody asks if it is there. */
  readonly isTested: boolean;
}

/** A variable where it is written. */
export interface VariablePlace {
  readonly file: GivenFile;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where it was declared; undefined for `$`. */
  readonly declared: { readonly start: number; readonly end: number } | undefined;
}

/** A template that is called by its name. */
export interface CallPlace extends NamePlace {
  readonly file: GivenFile;
}

/** What reading all templates of a chart has told. */
export interface Notes {
  /** By file and by where they begin; of one place as many as there are ways that lead there. */
  readonly accesses: Map<GivenFile, Map<number, Access[]>>;
  readonly variables: Map<GivenFile, Map<number, VariablePlace>>;
  readonly calls: Map<GivenFile, Map<number, CallPlace>>;
  /** What `.` may be within the actions of a file, by where they begin. */
  readonly dots: Map<GivenFile, Map<number, Meaning>>;
  /** The paths of values that are read whole, with all that is in them. */
  readonly whole: Map<string, ValuePath>;
  /** The paths of values whose items or keys somebody goes through. */
  readonly iterated: Map<string, ValuePath>;
  /** The paths of values that are looked into with keys which nobody knows before it is rendered. */
  readonly keyed: Map<string, ValuePath>;
  /** The paths that templates write to. */
  readonly written: Map<string, ValuePath>;
  /** True if a template is called whose name is made when it is rendered. */
  hasUnknownCalls: boolean;
}

/** Nothing told yet. */
export function noNotes(): Notes {
  return {
    accesses: new Map(),
    variables: new Map(),
    calls: new Map(),
    dots: new Map(),
    whole: new Map(),
    iterated: new Map(),
    keyed: new Map(),
    written: new Map(),
    hasUnknownCalls: false,
  };
}

/** What is kept of a file, by some key. */
export function noted<Key, Note>(all: Map<GivenFile, Map<Key, Note>>, file: GivenFile): Map<Key, Note> {
  const found = all.get(file) ?? new Map<Key, Note>();
  all.set(file, found);
  return found;
}

/** The expressions of a file that follow names. */
export function* accessesIn({ accesses }: Notes, file: GivenFile): Iterable<Access> {
  for (const found of accesses.get(file)?.values() ?? []) yield* found;
}

/** Takes down that all of something is read, by whoever it is handed to. */
export function readWhole(notes: Notes, meaning: Meaning): void {
  for (const path of pathsOf(meaning)) notes.whole.set(pathKey(path), path);
}

/** Takes down that somebody goes through what is in something. */
export function readEach(notes: Notes, meaning: Meaning): void {
  for (const path of pathsOf(meaning)) notes.iterated.set(pathKey(path), path);
}

/** Takes down that something is looked into with a key that nobody knows. */
export function readByKey(notes: Notes, meaning: Meaning): void {
  for (const path of pathsOf(meaning)) notes.keyed.set(pathKey(path), path);
}

/** Takes down that something is written to. */
export function wrote(notes: Notes, meaning: Meaning): void {
  if (meaning.kind === 'root') return;
  for (const path of pathsOf(meaning)) notes.written.set(pathKey(path), path);
}

/** The paths of the values that are in something. */
export function pathsOf(meaning: Meaning): ValuePath[] {
  switch (meaning.kind) {
    case 'root':
      return [pathFromTop(meaning.chart, []), ['global']];
    case 'value':
      return [pathFromTop(meaning.chart, meaning.path)];
    case 'entries':
      return [...meaning.entries.values()].flatMap(pathsOf);
    case 'list':
      return pathsOf(meaning.items);
    case 'oneOf':
      return meaning.of.flatMap(pathsOf);
    default:
      return [];
  }
}
