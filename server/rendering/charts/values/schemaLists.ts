import { writeJson } from '../go/writeJson';
import type { Checking, Found } from './schemaChecking';
import { asSchema, numberIn, schemaList } from './schemaModel';
import { failure } from './schemaScalars';
import type { List, Table } from './value';

/** What a schema says of lists. */
export function checkList(checking: Checking, { entries }: Table, { value, path, found }: Found<List>): void {
  const { errors } = found;
  const { length } = value.items;
  const [least, most] = [numberIn(entries.get('minItems')), numberIn(entries.get('maxItems'))];
  if (least !== undefined && length < least)
    errors.push(failure(path, 'minItems', `minItems: got ${length}, want ${least}`));
  if (most !== undefined && length > most)
    errors.push(failure(path, 'maxItems', `maxItems: got ${length}, want ${most}`));
  const unique = entries.get('uniqueItems');
  if (unique?.kind === 'bool' && unique.value) {
    const [first, second] = equalItems(value) ?? [];
    if (second !== undefined) errors.push(failure(path, 'uniqueItems', `items at ${first} and ${second} are equal`));
  }
  const items = entries.get('items');
  const tuple = schemaList(entries.get('prefixItems') ?? items);
  const rest = asSchema(items?.kind === 'list' ? entries.get('additionalItems') : items);
  for (const [index, item] of value.items.entries()) {
    const schema = tuple[index] ?? rest;
    if (schema === undefined) continue;
    found.items.add(index);
    errors.push(...checking.check(schema, item, [...path, String(index)]).errors);
  }
  const contained = asSchema(entries.get('contains'));
  if (contained === undefined) return;
  const matching = value.items.flatMap((item, index) =>
    checking.check(contained, item, path).errors.length === 0 ? [index] : [],
  );
  for (const index of matching) found.items.add(index);
  const fewest = numberIn(entries.get('minContains')) ?? 1;
  if (matching.length < fewest) errors.push(failure(path, 'contains', 'no items match contains schema'));
}

/** Two items that are the same JSON. */
function equalItems({ items }: List): readonly [first: number, second: number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const { text } = writeJson(item, { escapesHtml: false, isIndented: false });
    const first = seen.get(text);
    if (first !== undefined) return [first, index];
    seen.set(text, index);
  }
  return undefined;
}
