/*
 * What programs hand in and get back. Nothing is imported here: these types ship as they stand. Fields may be added, and none changes its meaning.
 */

/** How bad a finding is, worst first. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A set of rules to lint with, each holding all rules of those before it. */
export type Profile = 'baseline' | 'restricted' | 'recommended' | 'all';

/**
 * What a fix does to a running workload: *safe* nothing at all, *harden* closes a gap that something may have relied on,
 * *ask* depends on a choice that only you can make.
 */
export type FixClass = 'safe' | 'harden' | 'ask';

/** A file in memory. */
export interface TextFile {
  /** A path, absolute or not, or a URI. Answers name the file by these same words. */
  readonly file: string;
  readonly text: string;
}

/** What to lint for. What is said here beats the configurations among the files, as flags do on the command line. */
export interface LintOptions {
  /** `recommended` where nobody chooses one. */
  readonly profile?: Profile | undefined;
  /** Of the cluster: `1.31`. The newest that is known where nobody says. */
  readonly kubernetesVersion?: string | undefined;
  /** Rules by their ids, each with its severity or `off`; one with a severity is on in any profile. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** Whether each file is judged by itself, whatever stands in the others. */
  readonly alone?: boolean | undefined;
}

/** What to lint for, and how far fixes may go. */
export interface FixOptions extends LintOptions {
  /** Up to which profile *harden* fixes are applied beside the safe ones; none where it isn't said. */
  readonly harden?: 'baseline' | 'restricted' | undefined;
}

/** A place in a file: line and character from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From a place up to another one, which isn't part of it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A replacement in a file. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend one finding by itself; `fix` mends many together. */
export interface Fix {
  /** What it does, and what may stop working. */
  readonly title: string;
  readonly class: FixClass;
  /** In the file of the finding, sorted and without overlaps; empty where the text doesn't allow the fix. */
  readonly edits: readonly TextEdit[];
}

/** An object as it says of itself which one it is; null for what it doesn't say, or a template writes. */
export interface NamedObject {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
}

/** Another object that a finding is about. */
export interface RelatedObject {
  readonly file: string;
  readonly range: Range;
  /** What it has to do with the finding. */
  readonly message: string;
}

/** Something that a rule reports. Messages, titles and objects quote no secret of the file; edits may hold one. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  /** What the rule asks for. */
  readonly title: string;
  readonly severity: Severity;
  /** What is wrong, and for whom. */
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** Null for a fault of the text itself. */
  readonly object: NamedObject | null;
  /**
   * The way to the field from its object, written or not: `spec.containers[0].image`, items from 0. Empty for the object
   * as a whole, null for a fault of the text itself.
   */
  readonly field: string | null;
  /** The page that explains the rule best. */
  readonly link: string;
  readonly related: readonly RelatedObject[];
  /** The best one first. */
  readonly fixes: readonly Fix[];
}

/** A finding that a comment or an annotation silences. */
export interface SilencedFinding extends Finding {
  /** Null where none is given. */
  readonly reason: string | null;
}

/** A file with what there is to say of it, in its order. */
export interface LintedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/** Something that can't be meant as it is written: in options, a configuration, a baseline, or the files handed in. */
export interface Problem {
  /** Null for options. */
  readonly file: string | null;
  readonly message: string;
  /** Null where it isn't about a place in a text. */
  readonly range: Range | null;
}

/** What was found. */
export interface LintAnswer {
  /** In the order in which they were handed in, without those that a configuration excludes. */
  readonly files: readonly LintedFile[];
  readonly problems: readonly Problem[];
}

/** A file as fixes leave it, with what is left to say of that. */
export interface FixedFile extends LintedFile {
  readonly text: string;
  /** How many findings were mended. */
  readonly fixed: number;
  /** Why nothing was mended although something may have been, going on from the file's name; else null. */
  readonly refusal: string | null;
}

/** What fixes make of files. */
export interface FixAnswer {
  /** In the order in which they were handed in, without those that a configuration excludes. */
  readonly files: readonly FixedFile[];
  readonly problems: readonly Problem[];
}

/** A rule, with all that it says of itself. */
export interface Rule {
  /** Its name in configurations and silences. */
  readonly id: string;
  /** What it asks for. */
  readonly title: string;
  readonly severity: Severity;
  /** The smallest profile that holds it. */
  readonly profile: Profile;
  /** Standards that it belongs to: `pss:LEVEL:CHECKID`, `cis:N.N.N` (benchmark 1.8), `nsa:SECTION`. */
  readonly standards: readonly string[];
  /** What an attacker or an outage does with it. Markdown. */
  readonly why: string;
  /** How to mend it, and what to mind when doing so. Markdown. */
  readonly remedy: string;
  /** The best page first. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** A manifest that it reports on. */
  readonly bad: string;
  /** The same manifest as it should be. */
  readonly good: string;
}
