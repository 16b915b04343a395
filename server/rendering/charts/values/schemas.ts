import { readOnce } from '../../../readOnce';
import { Fault } from '../go/fault';
import { readJson } from '../go/readJson';
import { placeOfSource } from '../origins/place';
import type { SourceFile } from '../origins/source';
import { isWritten } from './formats';
import { sameJson } from './sameJson';
import { type Checked, type Checking, type Found, fresh, include } from './schemaChecking';
import { checkCombined, checkUnevaluated } from './schemaCombined';
import { jsonType, marked, type SchemaError, shownErrors, shownValue } from './schemaErrors';
import { checkList } from './schemaLists';
import { checkPatterns, draftOf, resolveReference, type Schema, textsIn } from './schemaModel';
import { enumMessage, failure, numberErrors, type Path, textErrors } from './schemaScalars';
import { checkTable } from './schemaTables';
import type { Table, Value } from './value';

/** Throws what helm says of values that break a schema, or of a schema that is none. */
export function validateSchema(values: Table, file: SourceFile): void {
  const root = readSchema(file);
  if (root === true) return;
  const { errors } = checker(root).check(root, values, []);
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

const deepest = 500;
/** Schemas that refer to each other can go on for longer than anybody waits. */
const mostSteps = 500_000;

function checker(root: Table): Checking {
  let depth = 0;
  let steps = 0;
  const checking: Checking = {
    root,
    draft: draftOf(root),
    check(schema: Schema, value: Value, path: Path): Checked {
      const found = fresh();
      if (schema === true) return found;
      if (schema === false) {
        found.errors.push(failure(path, '', 'false schema'));
        return found;
      }
      if (++depth > deepest) throw new Fault('the schema refers to itself without end');
      if (++steps > mostSteps) throw new Fault('the schema takes more than 500,000 steps');
      const early = checkValue(checking, schema, value, path);
      if (early) found.errors.push(early);
      else checkRest(checking, schema, { value, path, found });
      depth--;
      if (depth > 0 && found.errors.length > 1) {
        return { ...found, errors: [failure(path, '', 'validation failed', found.errors)] };
      }
      return found;
    },
  };
  return checking;
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

function checkRest(checking: Checking, schema: Table, one: Found): void {
  const { value, path, found } = one;
  const reference = schema.entries.get('$ref');
  if (reference?.kind === 'string') {
    include(found, checking.check(resolveReference(checking.root, reference.text), value, path));
    if (checking.draft < 2019) return;
  }
  if (value.kind === 'map') checkTable(checking, schema, { ...one, value });
  else if (value.kind === 'list') checkList(checking, schema, { ...one, value });
  else if (value.kind === 'string') found.errors.push(...textErrors(schema, value, path));
  else if (value.kind === 'float' || value.kind === 'int')
    found.errors.push(...numberErrors(schema, Number(value.value), path));
  checkCombined(checking, schema, one);
  if (checking.draft >= 2019) checkUnevaluated(checking, schema, one);
}
