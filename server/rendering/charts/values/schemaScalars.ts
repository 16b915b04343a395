import { marked, type SchemaError, shownValue } from './schemaErrors';
import { numberIn, patternOf } from './schemaModel';
import type { List, Table, Text } from './value';

/** The keys that lead to a value. */
export type Path = readonly string[];

/** Something that a value breaks. */
export function failure(
  path: Path,
  keyword: string,
  message: string,
  causes: readonly SchemaError[] = [],
): SchemaError {
  return { path, keyword, message, causes };
}

/** What is said of a value that is none of those listed. */
export function enumMessage({ items }: List): string {
  const isPrimitive = items.every(({ kind }) => kind !== 'list' && kind !== 'map');
  if (!isPrimitive) return "'enum' failed";
  const shown = items.map(shownValue);
  return items.length === 1 ? `value must be ${shown[0]}` : `value must be one of ${shown.join(', ')}`;
}

/** What a text breaks. */
export function textErrors({ entries }: Table, { text }: Text, path: Path): SchemaError[] {
  const errors: SchemaError[] = [];
  const length = [...text].length;
  const [least, most] = [numberIn(entries.get('minLength')), numberIn(entries.get('maxLength'))];
  if (least !== undefined && length < least)
    errors.push(failure(path, 'minLength', `minLength: got ${length}, want ${least}`));
  if (most !== undefined && length > most)
    errors.push(failure(path, 'maxLength', `maxLength: got ${length}, want ${most}`));
  const pattern = entries.get('pattern');
  if (pattern?.kind === 'string' && !patternOf(pattern.text).matchFrom(text, 0)) {
    errors.push(failure(path, 'pattern', `${marked(text)} does not match pattern ${marked(pattern.text)}`));
  }
  return errors;
}

/** What a number breaks. */
export function numberErrors({ entries }: Table, value: number, path: Path): SchemaError[] {
  const errors: SchemaError[] = [];
  const compare = (keyword: string, breaks: (limit: number) => boolean) => {
    const limit = numberIn(entries.get(keyword));
    if (limit !== undefined && breaks(limit))
      errors.push(failure(path, keyword, `${keyword}: got ${value}, want ${limit}`));
  };
  const isOpen = (keyword: string) => {
    const said = entries.get(keyword);
    return said?.kind === 'bool' && said.value;
  };
  compare('minimum', (limit) => value < limit || (value === limit && isOpen('exclusiveMinimum')));
  compare('maximum', (limit) => value > limit || (value === limit && isOpen('exclusiveMaximum')));
  compare('exclusiveMinimum', (limit) => value <= limit);
  compare('exclusiveMaximum', (limit) => value >= limit);
  compare('multipleOf', (limit) => !Number.isInteger(Number((value / limit).toPrecision(15))));
  return errors;
}
