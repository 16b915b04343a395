import type { OffsetRange } from '../../../yaml/parsing/lines';

/** Something that is probably not what its author wanted, which no rule is about. */
export interface Hint extends OffsetRange {
  readonly code: 'unused-value' | 'unknown-value' | 'unused-template' | 'undefined-value';
  readonly message: string;
  /** The name that is meant, perhaps. */
  readonly meant?: string | undefined;
}
