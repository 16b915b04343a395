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
  /** Those among its subjects that are objects of Kubernetes. */
  readonly objects: readonly ManifestSubject[];
  /** What rules may ask of its objects from elsewhere. */
  readonly facts: readonly ObjectFacts[];
}

/** What a document says by itself, whatever stands beside it. */
export interface DocumentReading extends DocumentObjects {
  /** The findings of rules that look at one subject alone. */
  readonly findings: readonly Finding[];
  /** What people have written to keep findings quiet. */
  readonly silences: readonly Silence[];
  /** Where a line `---` is missing above an object: the keys that it begins with. */
  readonly separations: readonly OffsetRange[];
}
