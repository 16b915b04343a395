import { type Field, isMapping, items, mayHaveMore, member } from '../../yaml/field/field';
import { type Stated, statedString } from '../objects/stated';
import { type LabelFacts, labelFacts } from './labelFacts';

/** One of a label selector's `matchExpressions`. */
export interface SelectorRequirement {
  readonly key: Stated<string>;
  readonly operator: Stated<string>;
  /** Null where there may be more than are written. */
  readonly values: readonly Stated<string>[] | null;
}

/** A label selector: what it asks for must hold altogether. */
export interface LabelSelectorFacts {
  readonly matchLabels: LabelFacts;
  readonly matchExpressions: readonly SelectorRequirement[];
  /** True where a template may ask for more. */
  readonly mayHaveMore: boolean;
}

/** A label selector as facts: undefined where none is written, null where a template writes it. */
export function labelSelectorFacts(field: Field): Stated<LabelSelectorFacts> {
  if (field.state === 'absent') return undefined;
  if (!isMapping(field)) return null;
  const expressions = member(field, 'matchExpressions');
  return {
    matchLabels: labelFacts(member(field, 'matchLabels')),
    matchExpressions: items(expressions).map((expression) => ({
      key: statedString(member(expression, 'key')),
      operator: statedString(member(expression, 'operator')),
      values: valueFacts(member(expression, 'values')),
    })),
    mayHaveMore: mayHaveMore(expressions),
  };
}

/** The selector of a Service or a ReplicationController: a mapping of labels, without expressions. */
export function labelMapFacts(field: Field): Stated<LabelFacts> {
  if (field.state === 'absent') return undefined;
  return isMapping(field) ? labelFacts(field) : null;
}

function valueFacts(field: Field): readonly Stated<string>[] | null {
  return mayHaveMore(field) ? null : items(field).map(statedString);
}
