import { type Container, describeContainer } from '../../manifests/podSpec';
import { isFractional, quantityAt } from '../../manifests/quantity';
import { type ResourceSide, resourceField } from '../../manifests/resources';
import { set } from '../../yaml/edits';
import { pathOf, scalarOf } from '../../yaml/field';
import type { Fault, Fix, Severity } from '../rule';

/** Memory in parts of a byte: somebody wrote `400m` and meant `400Mi`. */
export function* fractionalResource(container: Container, side: ResourceSide, severity: Severity): Iterable<Fault> {
  const field = resourceField(container, side, 'memory');
  const quantity = quantityAt(field);
  const written = scalarOf(field);
  if (quantity === undefined || !isFractional(quantity) || written?.type !== 'string') return;
  const mebibytes = /^\d+m$/.test(written.value) ? written.value.replace('m', 'Mi') : undefined;
  const meant: Fix[] =
    mebibytes === undefined
      ? []
      : [{ title: `Write ${mebibytes}`, class: 'ask', edits: [set(pathOf(field), mebibytes)] }];
  const noun = side === 'limits' ? 'limit' : 'request';
  yield {
    at: field,
    message: `The memory ${noun} of the ${describeContainer(container)} is ${written.value}, a fraction of a byte`,
    severity,
    fixes: meant,
  };
}
