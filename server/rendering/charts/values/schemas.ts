import { readOnce } from '../../../readOnce';
import { compareBytes } from '../go/bytes';
import { Fault } from '../go/fault';
import { readJson } from '../go/readJson';
import { placeOfSource } from '../origins/place';
import type { SourceFile } from '../origins/source';
import { isWritten } from './formats';
import { sameJson } from './sameJson';
import { jsonType, marked, type SchemaError, shownErrors, shownValue } from './schemaErrors';
import {
  asSchema,
  checkPatterns,
  type Draft,
  draftOf,
  numberIn,
  patternOf,
  resolveReference,
  type Schema,
  schemaList,
  schemasIn,
  textsIn,
} from './schemaModel';
import { enumMessage, failure, numberErrors, type Path, textErrors } from './schemaScalars';
import type { List, Table, Value } from './value';

/** Throws what helm says of values that break a schema, or of a schema that is none. */
export function validateSchema(values: Table, file: SourceFile): void {
  const root = readSchema(file);
  if (root === true) return;
  const errors = check({ root, draft: draftOf(root), depth: 0 }, root, values, []).errors;
  if (errors.length === 0) return;
  throw new Fault(shownErrors(errors), { place: placeOfSource(blamed(values, errors)?.source) });
}

/** The value that breaks the schema first. */
function blamed(values: Table, errors: readonly SchemaError[]): Value | undefined {
  let [error] = errors;
  while (error?.causes[0]) [error] = error.causes;
  let at: Value | undefined = values;
  for (const step of error?.path ?? []) {
    at = at?.kind === 'map' ? at.entries.get(step) : at?.kind === 'list' ? at.items[Number(step)] : undefined;
  }
  return at;
}

/** A schema; nothing is checked against `true`. */
const readSchema = readOnce((file: SourceFile): Table | true => {
  const root = readJson(file.text);
  if (root.kind === 'bool' && root.value) return true;
  if (root.kind !== 'map') throw new Fault('"file:///values.schema.json#" is not valid against metaschema');
  checkPatterns(root);
  return root;
});

interface Checking {
  readonly root: Table;
  readonly draft: Draft;
  depth: number;
}

/** What a schema finds, and which keys and items it has looked at. */
interface Checked {
  readonly errors: SchemaError[];
  readonly keys: Set<string>;
  readonly items: Set<number>;
}

const deepest = 500;

function fresh(): Checked {
  return { errors: [], keys: new Set(), items: new Set() };
}

function check(checking: Checking, schema: Schema, value: Value, path: Path): Checked {
  const found = fresh();
  if (schema === true) return found;
  if (schema === false) {
    found.errors.push(failure(path, '', 'false schema'));
    return found;
  }
  if (++checking.depth > deepest) throw new Fault('the schema refers to itself without end');
  const early = checkValue(checking, schema, value, path);
  if (early) found.errors.push(early);
  else checkRest(checking, schema, value, path, found);
  checking.depth--;
  if (checking.depth > 0 && found.errors.length > 1) {
    return { ...found, errors: [failure(path, '', 'validation failed', found.errors)] };
  }
  return found;
}

/** Type, const, enum and format: the first that fails ends it. */
function checkValue({ draft }: Checking, { entries }: Table, value: Value, path: Path): SchemaError | undefined {
  const type = entries.get('type');
  const wanted = type?.kind === 'string' ? [type.text] : textsIn(type);
  const own = jsonType(value);
  const isInteger = (value.kind === 'float' && Number.isInteger(value.value)) || value.kind === 'int';
  if (wanted.length > 0 && !wanted.includes(own) && !(isInteger && wanted.includes('integer'))) {
    return failure(path, 'type', `got ${own}, want ${wanted.join(' or ')}`);
  }
  const constant = entries.get('const');
  if (constant && draft >= 6 && !sameJson(constant, value)) {
    const isPrimitive = constant.kind !== 'list' && constant.kind !== 'map';
    return failure(path, 'const', isPrimitive ? `value must be ${shownValue(constant)}` : "'const' failed");
  }
  const choices = entries.get('enum');
  if (choices?.kind === 'list' && !choices.items.some((one) => sameJson(one, value))) {
    return failure(path, 'enum', enumMessage(choices));
  }
  const format = entries.get('format');
  if (format?.kind === 'string' && draft <= 7 && value.kind === 'string' && !isWritten(format.text, value.text)) {
    return failure(path, 'format', `${marked(value.text)} is not valid ${format.text}`);
  }
  return undefined;
}

function checkRest(checking: Checking, schema: Table, value: Value, path: Path, found: Checked): void {
  const { entries } = schema;
  const reference = entries.get('$ref');
  if (reference?.kind === 'string') {
    include(found, check(checking, resolveReference(checking.root, reference.text), value, path));
    if (checking.draft < 2019) return;
  }
  if (value.kind === 'map') checkTable(checking, schema, value, path, found);
  else if (value.kind === 'list') checkList(checking, schema, value, path, found);
  else if (value.kind === 'string') found.errors.push(...textErrors(schema, value, path));
  else if (value.kind === 'float' || value.kind === 'int')
    found.errors.push(...numberErrors(schema, Number(value.value), path));
  checkCombined(checking, schema, value, path, found);
  if (checking.draft >= 2019) checkUnevaluated(checking, schema, value, path, found);
}

function include(into: Checked, from: Checked): void {
  into.errors.push(...from.errors);
  if (from.errors.length > 0) return;
  for (const key of from.keys) into.keys.add(key);
  for (const item of from.items) into.items.add(item);
}

function joinMarked(names: readonly string[]): string {
  return names.map(marked).join(', ');
}

function checkTable(checking: Checking, { entries }: Table, value: Table, path: Path, found: Checked): void {
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
    for (const one of own) errors.push(...check(checking, one, inner, [...path, key]).errors);
    if (own.length === 0 && additional !== undefined) {
      if (additional === false) extra.push(key);
      else errors.push(...check(checking, additional, inner, [...path, key]).errors);
    }
    if (own.length > 0 || additional !== undefined) found.keys.add(key);
  }
  if (extra.length > 0)
    errors.push(failure(path, 'additionalProperties', `additional properties ${joinMarked(extra)} not allowed`));
  const names = asSchema(entries.get('propertyNames'));
  if (names !== undefined) {
    for (const key of value.entries.keys()) {
      const causes = check(checking, names, { kind: 'string', text: key, source: undefined }, path).errors;
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
      if (schema !== undefined) include(found, check(checking, schema, value, path));
    }
  }
}

function checkList(checking: Checking, { entries }: Table, value: List, path: Path, found: Checked): void {
  const { errors } = found;
  const { length } = value.items;
  const [least, most] = [numberIn(entries.get('minItems')), numberIn(entries.get('maxItems'))];
  if (least !== undefined && length < least)
    errors.push(failure(path, 'minItems', `minItems: got ${length}, want ${least}`));
  if (most !== undefined && length > most)
    errors.push(failure(path, 'maxItems', `maxItems: got ${length}, want ${most}`));
  const unique = entries.get('uniqueItems');
  if (unique?.kind === 'bool' && unique.value) {
    const second = value.items.findIndex((item, index) =>
      value.items.slice(0, index).some((one) => sameJson(one, item)),
    );
    const first = value.items.findIndex((item) => second >= 0 && sameJson(item, value.items[second] ?? item));
    if (second >= 0) errors.push(failure(path, 'uniqueItems', `items at ${first} and ${second} are equal`));
  }
  const items = entries.get('items');
  const tuple = schemaList(entries.get('prefixItems') ?? items);
  const rest = asSchema(items?.kind === 'list' ? entries.get('additionalItems') : items);
  for (const [index, item] of value.items.entries()) {
    const schema = tuple[index] ?? rest;
    if (schema === undefined) continue;
    found.items.add(index);
    errors.push(...check(checking, schema, item, [...path, String(index)]).errors);
  }
  const contained = asSchema(entries.get('contains'));
  if (contained === undefined) return;
  const matching = value.items.flatMap((item, index) =>
    check(checking, contained, item, path).errors.length === 0 ? [index] : [],
  );
  for (const index of matching) found.items.add(index);
  const fewest = numberIn(entries.get('minContains')) ?? 1;
  if (matching.length < fewest) errors.push(failure(path, 'contains', 'no items match contains schema'));
}

function checkCombined(checking: Checking, { entries }: Table, value: Value, path: Path, found: Checked): void {
  const { errors } = found;
  const excluded = asSchema(entries.get('not'));
  if (excluded !== undefined && check(checking, excluded, value, path).errors.length === 0) {
    errors.push(failure(path, 'not', "'not' failed"));
  }
  const all = schemaList(entries.get('allOf')).map((schema) => check(checking, schema, value, path));
  const broken = all.flatMap((one) => one.errors);
  for (const one of all) if (one.errors.length === 0) include(found, one);
  if (broken.length > 0) errors.push(failure(path, 'allOf', "'allOf' failed", broken));
  const any = schemaList(entries.get('anyOf')).map((schema) => check(checking, schema, value, path));
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
  const one = schemaList(entries.get('oneOf')).map((schema) => check(checking, schema, value, path));
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
  const held = check(checking, condition, value, path);
  if (held.errors.length === 0) include(found, held);
  const branch = asSchema(entries.get(held.errors.length === 0 ? 'then' : 'else'));
  if (branch !== undefined) include(found, check(checking, branch, value, path));
}

function checkUnevaluated(checking: Checking, { entries }: Table, value: Value, path: Path, found: Checked): void {
  const properties = asSchema(entries.get('unevaluatedProperties'));
  if (properties !== undefined && value.kind === 'map') {
    for (const [key, inner] of value.entries) {
      if (found.keys.has(key)) continue;
      if (properties === false) found.errors.push(failure([...path, key], 'unevaluatedProperties', 'false schema'));
      else found.errors.push(...check(checking, properties, inner, [...path, key]).errors);
      found.keys.add(key);
    }
  }
  const items = asSchema(entries.get('unevaluatedItems'));
  if (items === undefined || value.kind !== 'list') return;
  for (const [index, item] of value.items.entries()) {
    if (!found.items.has(index)) found.errors.push(...check(checking, items, item, [...path, String(index)]).errors);
  }
}
