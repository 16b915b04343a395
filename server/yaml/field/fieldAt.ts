import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { reaches } from '../parsing/ranges';
import { rangeOfNode, startOf } from './extent';
import { type Field, items, member } from './field';

/** A field with the part of it that stands at an offset. */
export interface FieldPart {
  readonly field: Field;
  readonly part: 'key' | 'value';
}

/**
 * The innermost field whose key or scalar value stands at an offset, its ends included; undefined between them.
 *
 * @param offset UTF-16 units from the start of the field's document
 */
export function fieldAt(within: Field, offset: number): FieldPart | undefined {
  const { node } = within;
  if (isScalar(node)) return isAt(node, offset) ? { field: within, part: 'value' } : undefined;
  if (isSeq(node)) {
    const item = items(within).findLast((candidate) => (startOf(candidate.node) ?? offset + 1) <= offset);
    return item && fieldAt(item, offset);
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast((candidate) => (startOf(candidate) ?? offset + 1) <= offset);
  if (!isScalar(pair?.key)) return undefined;
  const field = member(within, String(pair.key.value));
  // Of a key that a template's branches write twice, only the one that counts can be looked into.
  if (field.key !== pair.key) return undefined;
  return isAt(pair.key, offset) ? { field, part: 'key' } : fieldAt(field, offset);
}

function isAt(node: Node, offset: number): boolean {
  const range = rangeOfNode(node);
  return range !== undefined && reaches(range, offset);
}
