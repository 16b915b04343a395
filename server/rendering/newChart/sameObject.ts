import { type Field, isMapping, items, members, scalarOf } from '../../yaml/field/field';
import { documentsOf } from '../uses/documentsOf';

/** True if a text is one document that means the same as an object. */
export function meansSame(text: string, object: Field): boolean {
  const documents = documentsOf(text).filter(({ root }) => root.node !== undefined);
  const [only] = documents;
  return only !== undefined && documents.length === 1 && meaningOf(only.root) === meaningOf(object);
}

/** All that an object says, however it is written. */
function meaningOf(field: Field): string {
  if (isMapping(field)) {
    const entries = members(field).map(({ name, value }) => `${JSON.stringify(name)}:${meaningOf(value)}`);
    return `{${entries.sort().join()}}`;
  }
  const scalar = scalarOf(field);
  if (scalar) return JSON.stringify(scalar.type === 'null' ? null : scalar.value);
  const isList = field.state === 'known';
  return isList ? `[${items(field).map(meaningOf).join()}]` : 'null';
}
