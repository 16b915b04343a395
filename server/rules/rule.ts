import type { LookedAt, SubjectTypes } from '../documents/kinds';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { MinorVersion } from '../manifests/versions/kubernetesVersion';
import { type Field, rangeOf } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Edit } from '../yaml/write/edits';

/** How bad a finding is, worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** How bad a finding is. */
export type Severity = (typeof severities)[number];

/** The profiles, each holding all rules of those before it. */
export const profiles = ['baseline', 'restricted', 'recommended', 'all'] as const;

/** A set of rules to lint with. */
export type Profile = (typeof profiles)[number];

/**
 * What an edit does to a running workload: *safe* nothing at all, *harden* closes a gap that something may have
 * relied on, *ask* depends on a choice that only the user can make.
 */
export type FixClass = 'safe' | 'harden' | 'ask';

/** A way to mend a finding. */
export interface Fix {
  /** What it does, and what may stop working. */
  readonly title: string;
  readonly class: FixClass;
  readonly edits: readonly Edit[];
}

/** What a rule has to say about one place. */
export type Fault = FieldFault | PlainFault;

/** What there is to say about a field, written or not. */
export interface FieldFault extends SaidOfPlace {
  readonly at: Field;
  /** Where in the field, if only a part of it is meant. UTF-16 offsets from the document's start. */
  readonly range?: OffsetRange;
}

/** What there is to say about a range of a document that is no tree. */
export interface PlainFault extends SaidOfPlace {
  readonly at?: undefined;
  readonly range: OffsetRange;
}

/** Where a fault is shown. UTF-16 offsets from the document's start. */
export function rangeOfFault(fault: Fault): OffsetRange {
  return fault.at ? (fault.range ?? rangeOf(fault.at)) : fault.range;
}

/** What there is to say of a place. */
interface SaidOfPlace {
  /** One sentence without a full stop: what is wrong, and for whom. */
  readonly message: string;
  /** The best one first. */
  readonly fixes?: readonly Fix[];
  /** What is at fault, where several rules look at it and mark different places of it. */
  readonly about?: Field;
  /** The rules that have no more to say of it, and nothing to mend that isn't mended with it. */
  readonly insteadOf?: readonly string[];
  /** For a fault that is worse or milder than the rule's other ones. */
  readonly severity?: Severity;
  /** Other objects that it is about, with what they have to do with it. */
  readonly related?: readonly { readonly object: ObjectFacts; readonly message: string }[];
}

/** A link with the name of what it leads to. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** What a rule is told beside the subject that it looks at. */
export interface RuleContext {
  readonly kubernetesVersion: MinorVersion;
  /** The registries that images may come from, or paths on them; empty where nobody restricts them. */
  readonly allowedRegistries: readonly string[];
}

/** The objects beside the one that is looked at. */
export interface Neighbours {
  /** Every object in reach, the one that is looked at included. */
  readonly objects: readonly ObjectFacts[];
  /**
   * How far one can see: a file alone, a part of a workspace whose other objects something else installs, or all of a
   * workspace, where an object that isn't there isn't anywhere.
   */
  readonly reach: 'file' | 'part' | 'workspace';
}

/** What a rule says about itself; hover, `seaworthy explain`, SARIF and the table of rules are made from it. */
export interface RuleDocumentation {
  /** Part of the user interface: settings, silences and SARIF name it. */
  readonly id: string;
  /** What the rule asks for, in sentence case. */
  readonly title: string;
  readonly severity: Severity;
  /** The smallest profile that holds the rule. */
  readonly profile: Profile;
  /** For rules that report what is out of date or does nothing: editors draw it struck through or faded. */
  readonly marks?: 'deprecated' | 'unnecessary';
  /** Standards the rule belongs to: `pss:LEVEL:CHECKID`, `cis:N.N.N` (benchmark 1.8), `nsa:SECTION`. */
  readonly standards: readonly string[];
  /** What an attacker or an outage does with it. Markdown. */
  readonly why: string;
  /** How to mend it, and what to mind when doing so. Markdown. */
  readonly remedy: string;
  /** The best page first: the one a diagnostic's code leads to. */
  readonly links: readonly [Link, ...Link[]];
  /** A manifest that the rule reports on. */
  readonly bad: string;
  /** The same manifest as it should be. */
  readonly good: string;
}

/** What a rule can't do without. */
export interface Needs {
  /** Keys without one of which, anywhere in its document, there is nothing to find: the rule isn't asked then. */
  readonly needs?: readonly string[];
}

/** A rule that judges what it looks at by itself. */
export interface CheckAlone<Subject> {
  readonly check: (subject: Subject, context: RuleContext) => Iterable<Fault>;
}

/** A rule that judges what it looks at beside other objects. */
export interface CheckAmong<Subject> {
  /** What it asks about: `group/Kind`, or `workloads` for every kind that holds a pod. */
  readonly among: readonly string[];
  /** What it weighs of all others that its file holds: which kinds there are, or more. It is judged anew where that changes. */
  readonly alsoAsks?: 'which kinds there are' | 'everything';
  /** Those of them that can prove it wrong, should there be more than it knows; all where it doesn't say. */
  readonly refutedBy?: readonly string[];
  /** The name that those must have, or bind, to do so; null where any may. */
  readonly refutedByName?: (subject: Subject) => string | null;
  readonly checkAmong: (subject: Subject, neighbours: Neighbours, context: RuleContext) => Iterable<Fault>;
}

/** The ways to judge a subject, by the name of their function. */
export interface Checks<Subject> {
  readonly check: CheckAlone<Subject>;
  readonly checkAmong: CheckAmong<Subject>;
}

/** Which objects a rule about objects looks at; of everything else it looks at all. */
export type ObjectChoice =
  /** `group/Kind`, the core group empty: `/ConfigMap`. */
  | { readonly kinds: readonly string[] }
  /** For rules about many kinds. Told at first glance, before anything is parsed, so it must be quick. */
  | { readonly reads: (apiVersion: string, kind: string) => boolean };

/** A rule that looks at one sort of thing, in one way. */
export type RuleAt<Looked extends LookedAt, Way extends keyof Checks<unknown>> = RuleDocumentation &
  Needs & { readonly looksAt: Looked } & (Looked extends 'object' ? ObjectChoice : unknown) &
  Checks<SubjectTypes[Looked]>[Way];

/** A rule is its documentation and, but for faults of the text, one function that looks at every thing of its sort in turn. */
export type Rule =
  | { readonly [Looked in LookedAt]: RuleAt<Looked, 'check'> | RuleAt<Looked, 'checkAmong'> }[LookedAt]
  /** Text that is no manifest yet: reported by the engine while it reads. */
  | (RuleDocumentation & { readonly looksAt: 'text' });
