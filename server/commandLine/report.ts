import type { HardenLevel } from '../fixes/hardening';
import type { ObjectField } from '../lint/objectField';
import type { FixClass, Severity } from '../rules/rule';

// Reports travel between threads, so they are plain data, and rules are named by their ids.

/** A place in a file as people count: line and column from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line of a fault, or what of it fits on a screen. */
export interface Excerpt {
  readonly text: string;
  /** Where in `text` the fault begins and ends, in UTF-16 units from 0. */
  readonly start: number;
  readonly end: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** A replacement in a file. */
export interface ReportedEdit {
  readonly start: Place;
  readonly end: Place;
  readonly newText: string;
}

/** A way to mend a finding. */
export interface ReportedFix {
  readonly title: string;
  readonly class: FixClass;
  /** Empty unless the format shows edits. */
  readonly edits: readonly ReportedEdit[];
}

/** A finding in a file. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
  readonly about: ObjectField;
  readonly excerpt: Excerpt;
  /** What stays the same while other parts of the file change, in both versions; undefined unless the format shows it. */
  readonly fingerprints: { readonly v1: string; readonly v2: string } | undefined;
  readonly fixes: readonly ReportedFix[];
  /** Other places that have a part in it; absent where there are none. */
  readonly related?: readonly RelatedPlace[];
}

/** Sorts findings as they stand in their file. */
export function byReportedPlace({ start: a }: ReportedFinding, { start: b }: ReportedFinding): number {
  return a.line - b.line || a.column - b.column;
}

/** A place that has a part in a finding. */
export interface RelatedPlace {
  /** Of its file, absolute. */
  readonly path: string;
  /** Of its file, as people read it: from the chart's folder. */
  readonly name: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/** Lines of a text, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What fixes do to a file. */
export interface Mending {
  /** How many findings were mended. */
  readonly applied: number;
  /** Unified diff; empty unless asked for. */
  readonly diff: string;
  /** The lines whose change the diff leaves out, since it would show a secret. */
  readonly withheld: readonly LineRange[];
  /** Why the file could not be written although it was to be. */
  readonly failure: string | undefined;
}

/** What can be mended if asked for, and what has to be asked for to mend all of it. */
export interface Offer {
  /** How many findings have a fix; now and then two of them can't be had together. */
  readonly count: number;
  readonly harden: HardenLevel | undefined;
}

/** What became of a file. */
export type Outcome =
  | {
      readonly state: 'linted';
      readonly findings: readonly ReportedFinding[];
      readonly mending: Mending | undefined;
      readonly offer: Offer;
    }
  /** A file found in a folder that holds no manifest, or that the configuration excludes. */
  | { readonly state: 'left out' }
  /** A file that was named although the configuration excludes it. */
  | { readonly state: 'excluded'; readonly by: string }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** A fault of ours. */
  | { readonly state: 'crashed'; readonly error: string };

/** A file with what became of it. */
export interface FileReport {
  /** As it is shown: relative to the current folder, `/` between folders. */
  readonly name: string;
  /** Absolute; undefined for standard input without a name. */
  readonly path: string | undefined;
  /** True for what was named as a path, rather than found in a folder. */
  readonly isNamed: boolean;
  readonly outcome: Outcome;
}

/** Something that can't be meant in a configuration file. */
export interface ConfigurationComplaint {
  readonly name: string;
  readonly message: string;
  readonly start: Place;
  readonly excerpt: Excerpt;
}
