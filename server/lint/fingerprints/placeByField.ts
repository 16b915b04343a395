import { isScalar } from 'yaml';
import { objectRootOf } from '../../manifests/objects/objects';
import { readOnce } from '../../readOnce';
import { descend, type Field, member } from '../../yaml/field/field';

/**
 * The object of a field and the way from there to it, wherever in its document the object stands, and whether or not
 * the field is written. Items of lists go by their names where they have one.
 *
 * @param source the field's document as it may be shown
 */
export function placeByField(field: Field, source: string): string {
  const root = objectRootOf(field);
  const steps: string[] = [];
  for (let at = field; at !== root && at.parent; at = at.parent) steps.push(stepTo(at, source));
  return [identityOf(root, source), ...steps.reverse()].join('\n');
}

function identityOf(root: Field, source: string): string {
  return JSON.stringify(identifyingFields(root).map((part) => writtenOf(part, source)));
}

/** Asked for every finding of an object. */
const identifyingFields = readOnce((root: Field) => [
  member(root, 'kind'),
  descend(root, 'metadata', 'namespace'),
  descend(root, 'metadata', 'name'),
]);

function stepTo(field: Field, source: string): string {
  if (typeof field.step !== 'number') return `.${field.step ?? ''}`;
  return `[${namesOfItems.map((name) => writtenOf(member(field, name), source)).find(Boolean) || writtenOf(field, source) || field.step}]`;
}

/** What the items of Kubernetes' lists go by, in the order in which it counts. */
const namesOfItems = ['name', 'mountPath', 'devicePath', 'containerPort', 'port', 'key', 'ip', 'host', 'secretName'];

/** A scalar as it is written, templates and all; empty for anything else. */
function writtenOf({ node }: Field, source: string): string {
  return isScalar(node) && node.range ? source.slice(node.range[0], node.range[1]).trim() : '';
}
