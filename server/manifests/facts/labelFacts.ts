import { type Field, mayHaveMore, members } from '../../yaml/field/field';
import { type Stated, statedString } from '../objects/stated';

/** Labels, or any other mapping of names to strings. */
export interface LabelFacts {
  readonly values: Readonly<Record<string, Stated<string>>>;
  /** True where a template may add others. */
  readonly mayHaveMore: boolean;
}

/** The entries of a mapping of strings as facts. */
export function labelFacts(field: Field): LabelFacts {
  const values = Object.fromEntries(members(field).map(({ name, value }) => [name, statedString(value)]));
  return { values, mayHaveMore: mayHaveMore(field) };
}
