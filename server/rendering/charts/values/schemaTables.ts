import { compareBytes } from '../go/bytes';
import { type Checking, type Found, include } from './schemaChecking';
import { marked } from './schemaErrors';
import { asSchema, numberIn, patternOf, type Schema, schemasIn, textsIn } from './schemaModel';
import { failure } from './schemaScalars';
import type { Table } from './value';

function joinMarked(names: readonly string[]): string {
  return names.map(marked).join(', ');
}

/** What a schema says of tables. */
export function checkTable(checking: Checking, { entries }: Table, { value, path, found }: Found<Table>): void {
  const { errors } = found;
  const size = value.entries.size;
  const [least, most] = [numberIn(entries.get('minProperties')), numberIn(entries.get('maxProperties'))];
  if (least !== undefined && size < least)
    errors.push(failure(path, 'minProperties', `minProperties: got ${size}, want ${least}`));
  if (most !== undefined && size > most)
    errors.push(failure(path, 'maxProperties', `maxProperties: got ${size}, want ${most}`));
  const missing = textsIn(entries.get('required')).filter((name) => !value.entries.has(name));
  if (missing.length > 0) {
    const shown =
      missing.length === 1 ? `missing property ${joinMarked(missing)}` : `missing properties ${joinMarked(missing)}`;
    errors.push(failure(path, 'required', shown));
  }
  const properties = new Map(schemasIn(entries.get('properties')));
  const patterns = schemasIn(entries.get('patternProperties'));
  const additional = asSchema(entries.get('additionalProperties'));
  const extra: string[] = [];
  for (const key of [...value.entries.keys()].sort(compareBytes)) {
    const inner = value.entries.get(key);
    if (!inner) continue;
    const schemas = [
      properties.get(key),
      ...patterns.filter(([one]) => patternOf(one).matchFrom(key, 0)).map(([, one]) => one),
    ];
    const own = schemas.filter((one): one is Schema => one !== undefined);
    for (const one of own) errors.push(...checking.check(one, inner, [...path, key]).errors);
    if (own.length === 0 && additional !== undefined) {
      if (additional === false) extra.push(key);
      else errors.push(...checking.check(additional, inner, [...path, key]).errors);
    }
    if (own.length > 0 || additional !== undefined) found.keys.add(key);
  }
  if (extra.length > 0)
    errors.push(failure(path, 'additionalProperties', `additional properties ${joinMarked(extra)} not allowed`));
  const names = asSchema(entries.get('propertyNames'));
  if (names !== undefined) {
    for (const key of value.entries.keys()) {
      const causes = checking.check(names, { kind: 'string', text: key, source: undefined }, path).errors;
      if (causes.length > 0) errors.push(failure(path, 'propertyNames', `invalid propertyName ${marked(key)}`, causes));
    }
  }
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    const given = entries.get(keyword);
    if (given?.kind !== 'map') continue;
    for (const [key, wanted] of given.entries) {
      if (!value.entries.has(key)) continue;
      const lacking = textsIn(wanted).filter((name) => !value.entries.has(name));
      if (lacking.length > 0) {
        errors.push(failure(path, keyword, `properties ${joinMarked(lacking)} required, if ${marked(key)} exists`));
      }
      const schema = asSchema(wanted);
      if (schema !== undefined) include(found, checking.check(schema, value, path));
    }
  }
}
