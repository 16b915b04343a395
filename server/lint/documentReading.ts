import type { Reading } from '../documents/documentKind';
import type { AnyKind, SubjectTypes } from '../documents/kinds';
import type { ManifestSubject } from '../documents/manifest/read/manifestSubjects';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Finding } from './finding';
import type { Silence } from './silence';

/** What a document holds. */
export interface DocumentObjects {
  readonly kind: AnyKind;
  readonly text: string;
  readonly lineCount: number;
  /** True if the document had to be parsed. */
  readonly isParsed: boolean;
  readonly subjects: Reading<SubjectTypes>['subjects'];
  /** The subjects of the document that are objects of Kubernetes. */
  readonly objects: readonly ManifestSubject[];
  /** The facts of its objects that rules of other files may ask about. */
  readonly facts: readonly ObjectFacts[];
}

/** A document as it is read by itself, whatever stands in other documents and files. */
export interface DocumentReading extends DocumentObjects {
  /** The findings of rules that look at one subject alone. */
  readonly findings: readonly Finding[];
  /** What people have written to keep findings quiet. */
  readonly silences: readonly Silence[];
  /** Where a line `---` is missing above an object: the keys that it begins with. */
  readonly separations: readonly OffsetRange[];
}
