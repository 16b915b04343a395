import { type Checking, type Found, include } from './schemaChecking';
import { asSchema, schemaList } from './schemaModel';
import { failure } from './schemaScalars';
import type { Table } from './value';

/** What schemas say that are made of others. */
export function checkCombined(checking: Checking, { entries }: Table, { value, path, found }: Found): void {
  const { errors } = found;
  const excluded = asSchema(entries.get('not'));
  if (excluded !== undefined && checking.check(excluded, value, path).errors.length === 0) {
    errors.push(failure(path, 'not', "'not' failed"));
  }
  const all = schemaList(entries.get('allOf')).map((schema) => checking.check(schema, value, path));
  const broken = all.flatMap((one) => one.errors);
  for (const one of all) if (one.errors.length === 0) include(found, one);
  if (broken.length > 0) errors.push(failure(path, 'allOf', "'allOf' failed", broken));
  const any = schemaList(entries.get('anyOf')).map((schema) => checking.check(schema, value, path));
  for (const one of any) if (one.errors.length === 0) include(found, one);
  if (any.length > 0 && !any.some((one) => one.errors.length === 0)) {
    errors.push(
      failure(
        path,
        'anyOf',
        "'anyOf' failed",
        any.flatMap((one) => one.errors),
      ),
    );
  }
  const one = schemaList(entries.get('oneOf')).map((schema) => checking.check(schema, value, path));
  const matched = one.flatMap((result, index) => (result.errors.length === 0 ? [index] : []));
  for (const result of one) if (result.errors.length === 0) include(found, result);
  if (one.length > 0 && matched.length === 0) {
    errors.push(
      failure(
        path,
        'oneOf',
        "'oneOf' failed, none matched",
        one.flatMap((result) => result.errors),
      ),
    );
  } else if (matched.length > 1) {
    errors.push(failure(path, 'oneOf', `'oneOf' failed, subschemas ${matched[0]}, ${matched[1]} matched`));
  }
  const condition = asSchema(entries.get('if'));
  if (condition === undefined || checking.draft < 7) return;
  const held = checking.check(condition, value, path);
  if (held.errors.length === 0) include(found, held);
  const branch = asSchema(entries.get(held.errors.length === 0 ? 'then' : 'else'));
  if (branch !== undefined) include(found, checking.check(branch, value, path));
}

/** What no other part of the schema has looked at. */
export function checkUnevaluated(checking: Checking, { entries }: Table, { value, path, found }: Found): void {
  const properties = asSchema(entries.get('unevaluatedProperties'));
  if (properties !== undefined && value.kind === 'map') {
    for (const [key, inner] of value.entries) {
      if (found.keys.has(key)) continue;
      if (properties === false) found.errors.push(failure([...path, key], 'unevaluatedProperties', 'false schema'));
      else found.errors.push(...checking.check(properties, inner, [...path, key]).errors);
      found.keys.add(key);
    }
  }
  const items = asSchema(entries.get('unevaluatedItems'));
  if (items === undefined || value.kind !== 'list') return;
  for (const [index, item] of value.items.entries()) {
    if (!found.items.has(index)) found.errors.push(...checking.check(items, item, [...path, String(index)]).errors);
  }
}
