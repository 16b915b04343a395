/** A file of a chart, or one given beside it, whose text somebody can change. */
export interface SourceFile {
  /** From the chart's folder with `/`, or as it was given. */
  readonly path: string;
  readonly text: string;
  /**
   * For a text that is part of a file, such as the values in an Application of Argo CD: where one of its places stands
   * in that file, whose path is the text's.
   */
  readonly placeInFile?: (offset: number) => number;
}

/** A template, as far as places need it. */
export interface WrittenIn {
  /** What its text stands in. */
  readonly text: string;
  /** The name of what was read, as messages say it: the file's, or `gotpl`. */
  readonly fileName: string;
  /** Where its text comes from: a file, or for `tpl` a value. */
  readonly file: SourceFile | undefined;
  readonly source: Source | undefined;
}

/** An action of a template, as what something was written by. */
export interface Action {
  readonly template: WrittenIn;
  readonly start: number;
  readonly end: number;
}

/** Characters of a file that say a value or a piece of text. */
export interface Spot {
  readonly kind: 'spot';
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  /** Where the value's first character stands in the file if all of them stand there in a row, else -1. */
  readonly copy: number;
  /** The keys that lead to it, for what stands in a values file. */
  readonly path?: readonly string[];
}

/** What somebody gave by a name of its own: `--set a=b`, `.Release.Name`. */
export interface Given {
  readonly kind: 'given';
  readonly by: string;
}

/** Some characters of another text, from `from` on. */
export interface Slice {
  readonly kind: 'slice';
  readonly of: Source;
  readonly from: number;
}

/** What is written at one place of a text, though not with the same characters. */
export interface Point {
  readonly kind: 'point';
  readonly of: Source;
  readonly at: number;
}

/** Texts after each other; a part ends where `ends` says and knows its characters from 0 on. */
export interface Joined {
  readonly kind: 'joined';
  readonly ends: readonly number[];
  readonly parts: readonly (Source | undefined)[];
}

/** What was made of other values, no character of which can be told. */
export interface Made {
  readonly kind: 'made';
  readonly of: readonly Source[];
}

/** The same text, written by an action. */
export interface Written {
  readonly kind: 'written';
  readonly by: Action;
  readonly of: Source | undefined;
}

/** A stand-in for what is random or of the day: nobody can know it. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly of: Source | undefined;
}

/** An action that wrote nothing where it stands, or not all that it holds; stands for no character. */
export interface Gap {
  readonly kind: 'gap';
  readonly by: Action;
  /** What decided it: the values of a condition, or the value that is empty. */
  readonly condition: Source | undefined;
}

/** Where a value or a text comes from. Nothing means that helm itself made it. */
export type Source = Spot | Given | Slice | Point | Joined | Made | Written | Unknown | Gap;

/** The characters of a text from `from` on. */
export function sliceOf(of: Source | undefined, from: number): Source | undefined {
  if (of === undefined || from === 0) return of;
  if (of.kind === 'slice') return { kind: 'slice', of: of.of, from: of.from + from };
  return { kind: 'slice', of, from };
}

/** What was made of all of these. */
export function madeOf(sources: readonly (Source | undefined)[]): Source | undefined {
  const known = sources.filter((source): source is Source => source !== undefined);
  if (known.length < 2) {
    const [only] = known;
    return only === undefined || only.kind === 'made' ? only : { kind: 'made', of: known };
  }
  return { kind: 'made', of: known };
}
