/** What a plain (unquoted) scalar means to Kubernetes. */
export type ScalarValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'string'; readonly value: string };

// kubectl and the API server read YAML with sigs.k8s.io/yaml, whose scalars follow YAML 1.1 (https://yaml.org/type/):
// `yes`, `on` and their like are booleans, and so are `y` and `n`.
const truths = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falsehoods = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const nulls = /^(?:~|null|Null|NULL|)$/;
const integer = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Behind a point at the start, underscores stand between digits alone. */
const fraction = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/;

/** True for a plain scalar that means null. */
export function isPlainNull(source: string): boolean {
  return source.length <= 4 && nulls.test(source);
}

/** Told by its first character, as that of most scalars does: nothing but a string begins like this. */
export function isCertainString(source: string): boolean {
  return source !== '' && !otherwiseRead.includes(source.charAt(0));
}

const otherwiseRead = '-+.~0123456789yYnNtTfFoO';

/** Reads a plain scalar the way Kubernetes does. */
export function plainScalarValue(source: string): ScalarValue {
  if (isCertainString(source)) return { type: 'string', value: source };
  if (isPlainNull(source)) return { type: 'null' };
  if (truths.test(source)) return { type: 'boolean', value: true };
  if (falsehoods.test(source)) return { type: 'boolean', value: false };
  const number = plainNumber(source);
  return number === undefined ? { type: 'string', value: source } : { type: 'number', value: number };
}

/** A number as Go reads it, with whose packages kubectl is made: underscores are left out before anything else is asked. */
function plainNumber(source: string): number | undefined {
  const first = source.charAt(0);
  if (first === '.') return fraction.test(source) ? finite(Number(source.replaceAll('_', ''))) : undefined;
  if (!/[-+0-9]/.test(first)) return undefined;
  const digits = source.replaceAll('_', '');
  if (integer.test(digits)) {
    const value = wholeNumber(digits);
    if (value !== undefined) return value;
  }
  // `08` is no octal number, so it is a decimal one.
  return float.test(digits) ? finite(Number(digits)) : undefined;
}

/** What no 64 bits can hold is no whole number. */
function wholeNumber(digits: string): number | undefined {
  const magnitude = digits.replace(/^[-+]/, '').toLowerCase();
  const value = Number(/^0[0-7]/.test(magnitude) ? `0o${magnitude.slice(1)}` : magnitude);
  const isNegative = digits.startsWith('-');
  if (value > (isNegative ? 2 ** 63 : 2 ** 64)) return undefined;
  return isNegative ? -value : value;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
