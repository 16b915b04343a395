import type { LabelFacts } from '../facts/labelFacts';
import type { LabelSelectorFacts, SelectorRequirement } from '../facts/labelSelectorFacts';
import type { Stated } from '../objects/stated';
import { all, any, not, type Truth } from '../truth';

/**
 * Whether a label selector selects whoever has some labels. An empty selector selects everybody; what the lack of a
 * selector means is told by each kind that has one
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors).
 */
export function selects(selector: LabelSelectorFacts, labels: LabelFacts): Truth {
  const held = holdsLabels(selector.matchLabels, labels);
  if (held === false) return false;
  const written = all([held, ...selector.matchExpressions.map((requirement) => meets(requirement, labels))]);
  return written === true && selector.mayHaveMore ? null : written;
}

/** Whether all labels of the first are among the second, as a Service selects its pods. */
export function holdsLabels(wanted: LabelFacts, labels: LabelFacts): Truth {
  let written: Truth = true;
  for (const name of Object.keys(wanted.values)) {
    const isEqual = equal(labelValue(labels, name), emptyUnlessUnknown(wanted.values[name]));
    if (isEqual === false) return false;
    if (isEqual === null) written = null;
  }
  return written === true && wanted.mayHaveMore ? null : written;
}

/** True for a mapping of labels that names none, and will name none. */
export function isEmpty(labels: LabelFacts): boolean {
  return !labels.mayHaveMore && Object.keys(labels.values).length === 0;
}

function meets({ key, operator, values }: SelectorRequirement, labels: LabelFacts): Truth {
  if (typeof key !== 'string' || typeof operator !== 'string') return null;
  const value = labelValue(labels, key);
  const isThere = value === null ? null : value !== undefined;
  const isAmong = () => all([isThere, values && any(values.map((one) => equal(value, one)))]);
  switch (operator) {
    case 'In':
      return isAmong();
    case 'NotIn':
      return not(isAmong());
    case 'Exists':
      return hasName(labels, key);
    case 'DoesNotExist':
      return not(hasName(labels, key));
    default:
      // The API server takes no other.
      return null;
  }
}

/** A label's value: undefined where there is no such label, null where nobody can know. */
function labelValue(labels: LabelFacts, name: string): Stated<string> {
  if (Object.hasOwn(labels.values, name)) return emptyUnlessUnknown(labels.values[name]);
  return labels.mayHaveMore ? null : undefined;
}

/** A label written without a value has an empty one. */
function emptyUnlessUnknown(value: Stated<string>): string | null {
  return value === undefined ? '' : value;
}

function hasName(labels: LabelFacts, name: string): Truth {
  if (Object.hasOwn(labels.values, name)) return true;
  return labels.mayHaveMore ? null : false;
}

function equal(one: Stated<string>, other: Stated<string>): Truth {
  return one === null || other === null ? null : one === other;
}
