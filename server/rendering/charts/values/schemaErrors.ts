import { jsonNumber } from '../go/jsonNumber';
import { quoted } from '../go/quote';
import type { Value } from './value';

/** What a value breaks, worded as santhosh-tekuri/jsonschema 6.0 does, which helm uses. */
export interface SchemaError {
  /** The keys that lead to the value. */
  readonly path: readonly string[];
  /** Nothing for what only holds others together. */
  readonly message: string;
  readonly keyword: string;
  readonly causes: readonly SchemaError[];
}

/** The errors as helm prints them. */
export function shownErrors(errors: readonly SchemaError[]): string {
  return `${errors.map((error) => shown(error, 0)).join('\n')}\n`;
}

function shown({ path, message, causes }: SchemaError, depth: number): string {
  const pointer = path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const line = `${'  '.repeat(depth)}- at ${marked(pointer)}: ${message}`;
  return [line, ...causes.map((cause) => shown(cause, depth + 1))].join('\n');
}

/** A text in single quotes. */
export function marked(text: string): string {
  return `'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A value as messages show it. */
export function shownValue(value: Value): string {
  switch (value.kind) {
    case 'string':
      return marked(value.text);
    case 'list':
    case 'map':
      return 'value';
    case 'float':
      return jsonNumber(value.value);
    case 'bool':
    case 'int':
      return String(value.value);
    default:
      return 'null';
  }
}

/** What JSON calls the type of a value. */
export function jsonType(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return 'null';
    case 'bool':
      return 'boolean';
    case 'string':
      return 'string';
    case 'list':
      return 'array';
    case 'map':
      return 'object';
    default:
      return 'number';
  }
}
