import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import type { Field } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Tree } from '../yaml/read/tree';

/** A text with the name that it goes by: its URI, its path, or nothing where it has neither. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Lists of what rules look at, each under the words in which a rule says so. */
export type PartsOf<Types> = { readonly [Looked in keyof Types]?: readonly Types[Looked][] };

/** One thing that a document holds, with everything in it that rules look at. */
export interface Subject<Types> {
  /** Undefined in a document that is no tree. */
  readonly root?: Field;
  readonly parts: PartsOf<Types>;
}

/** What decides how a document is read. */
export interface ReadingOptions {
  readonly workloadKinds: readonly WorkloadKind[];
  /** True for a file that a kustomization patches others with: what is absent in it stands elsewhere. */
  readonly isPatch?: boolean;
  /** True for a file whose ConfigMaps and Secrets a kustomization may add keys to. */
  readonly mayGainKeys?: boolean;
  /** Whether text that nothing shows to be of a kind is still read: a file that the user named. */
  readonly checksEveryDocument: boolean;
  /** Whether a rule looks at objects of this kind, or asks about them. */
  readonly readsKind: (apiVersion: string, kind: string) => boolean;
  /** Whether a rule looks at such parts. */
  readonly looksAt: (looked: string) => boolean;
}

/** A fault of a text itself. Offsets in UTF-16 units from its document's start. */
export interface TextFault {
  readonly range: OffsetRange;
  readonly message: string;
}

/** A document that was read. */
export interface Reading<Types> {
  /** In every way through its templates; one where it has none. */
  readonly trees: readonly Tree[];
  readonly subjects: readonly Subject<Types>[];
  /** What its objects tell others. */
  readonly facts: readonly ObjectFacts[];
  /** What is wrong with the text itself. */
  readonly faults: readonly TextFault[];
  /** Where a line `---` is missing above an object: the keys that it begins with. */
  readonly separations: readonly OffsetRange[];
}

/** A kind of document: how it is known, and what rules look at in it. */
export interface DocumentKind<Id extends string, Types> {
  readonly id: Id;
  /** Whether a file holds one such document, or several between lines of `---`, each of which may be of another kind. */
  readonly holds: 'one document' | 'several';
  /** The names of its files, where they tell. */
  readonly named?: RegExp;
  /** Told by a glance at other files, before anything is parsed: it must be quick, and sure. */
  readonly recognises: (text: string) => boolean;
  /** What rules look at, in the order in which they are asked. */
  readonly lookedAt: readonly (keyof Types & string)[];
  /** Undefined for a document that nobody asks about, which needn't be parsed. */
  readonly read: (text: string, options: ReadingOptions) => Reading<Types> | undefined;
  /** Fields of a subject that may hold words which keep findings quiet, with what those words count for. */
  readonly silencingFields: (subject: Subject<Types>) => Iterable<SilencingField>;
}

/** A field that people write silences in. */
export interface SilencingField {
  readonly field: Field;
  /** What the silence counts for: everything inside of it. */
  readonly owner: Field;
  /** What stands before the rules, where the field is for other words as well. */
  readonly lead?: string;
}
