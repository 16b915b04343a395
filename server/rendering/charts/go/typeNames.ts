import type { Value } from '../values/value';

/** What `%T` prints. */
export function typeName(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return '<nil>';
    case 'bool':
      return 'bool';
    case 'int':
    case 'list':
    case 'map':
      return value.type;
    case 'float':
      return 'float64';
    case 'string':
      return 'string';
    case 'struct':
      return value.isPointer ? `*${value.type}` : value.type;
  }
}

/** What `reflect.Kind` is called. */
export function kindName(value: Value): string {
  switch (value.kind) {
    case 'nil':
      return 'invalid';
    case 'bool':
      return 'bool';
    case 'int':
      return value.type.includes('.') ? (value.type === 'time.Duration' ? 'int64' : 'int') : value.type;
    case 'float':
      return 'float64';
    case 'string':
      return 'string';
    case 'list':
      return 'slice';
    case 'map':
      return 'map';
    case 'struct':
      return value.isPointer ? 'ptr' : 'struct';
  }
}
