import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { isFractional, parseQuantity, quantityAt } from '../../manifests/pods/quantity';
import { type ResourceSide, resourceField } from '../../manifests/relations/resources';
import { type Field, pathOf, scalarOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fault, Fix, Severity } from '../rule';

/** Memory in parts of a byte: somebody wrote `400m` and meant `400Mi`. */
export function* fractionalResource(container: Container, side: ResourceSide, severity: Severity): Iterable<Fault> {
  const field = resourceField(container, side, 'memory');
  const quantity = quantityAt(field);
  const written = scalarOf(field);
  if (quantity === undefined || !isFractional(quantity) || written?.type !== 'string') return;
  yield {
    at: field,
    message: `The memory ${nouns[side]} of the ${describeContainer(container)} is ${written.value}, a fraction of a byte`,
    severity,
    fixes: meant(container, side),
  };
}

const nouns = { requests: 'request', limits: 'limit' } as const;

/** What was meant, on both sides where both are wrong: a request is no more than its limit. */
function meant(container: Container, side: ResourceSide): Fix[] {
  const other = side === 'limits' ? 'requests' : 'limits';
  const here = resourceField(container, side, 'memory');
  const there = resourceField(container, other, 'memory');
  const [value, otherValue] = [mebibytes(here), mebibytes(there)];
  if (value === undefined) return [];
  const quantities = [parseQuantity(value), otherValue ? parseQuantity(otherValue) : quantityAt(there)];
  const [request, limit] = side === 'requests' ? quantities : quantities.reverse();
  if (request !== undefined && limit !== undefined && request > limit) return [];
  const edits = [set(pathOf(here), value), ...(otherValue === undefined ? [] : [set(pathOf(there), otherValue)])];
  const alsoThere = otherValue === undefined ? '' : `, and ${otherValue} as the ${nouns[other]}`;
  return [{ title: `Write ${value}${alsoThere}`, class: 'ask', edits }];
}

function mebibytes(field: Field): string | undefined {
  const written = stringOf(field);
  return written !== undefined && /^\d+m$/.test(written) ? written.replace('m', 'Mi') : undefined;
}
