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
const decimal = /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?$/;
const fraction = /^[-+]?\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?$/;
const octal = /^[-+]?0o?[0-7_]+$/;
const hexadecimal = /^[-+]?0x[0-9a-fA-F_]+$/;
const binary = /^[-+]?0b[01_]+$/;

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

function plainNumber(source: string): number | undefined {
  const digits = source.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const magnitude = digits.replace(/^[-+]/, '');
  if (octal.test(source)) return sign * Number.parseInt(magnitude.replace(/^0o?/, ''), 8);
  // `08` is no octal number, so it is a decimal one.
  if (decimal.test(source) || fraction.test(source)) return Number(digits);
  if (hexadecimal.test(source) || binary.test(source)) return sign * Number(magnitude);
  return undefined;
}
