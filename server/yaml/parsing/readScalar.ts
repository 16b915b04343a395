import type { Scalar } from 'yaml';
import { isPlainNull, plainScalarValue, type ScalarValue } from './scalar';

const standardTag = /^tag:yaml\.org,2002:(.+)$/;

/** What a scalar means to Kubernetes; a tag counts in quotes as well. */
export function readScalar(node: Scalar): ScalarValue {
  const source = String(node.value);
  const { tag } = node;
  if (tag === undefined) {
    return node.type === 'PLAIN' ? plainScalarValue(source) : { type: 'string', value: source };
  }
  return taggedScalar(tag, source) ?? { type: 'string', value: source };
}

/** True for a scalar that means null. */
export function isNullScalar(node: Scalar): boolean {
  if (node.tag !== undefined) return readScalar(node).type === 'null';
  return node.type === 'PLAIN' && isPlainNull(String(node.value));
}

/** True for the key that merges other mappings into its own; one in quotes needs a tag for it. */
export function isMergeScalar(node: Scalar): boolean {
  if (node.value !== '<<') return false;
  return node.tag === undefined
    ? node.type === 'PLAIN'
    : node.tag === '!' || standardTag.exec(node.tag)?.[1] === 'merge';
}

/** Why kubectl can't read a scalar as its tag wants it; undefined where it can. */
export function tagFault({ tag, value }: Scalar): string | undefined {
  if (tag === undefined || taggedScalar(tag, String(value))) return undefined;
  return `kubectl can't read this as !!${standardTag.exec(tag)?.[1] ?? tag}`;
}

/** Undefined for a text that is not what its tag says. */
function taggedScalar(tag: string, source: string): ScalarValue | undefined {
  const name = standardTag.exec(tag)?.[1];
  const plain = plainScalarValue(source);
  switch (name) {
    case 'bool':
      return plain.type === 'boolean' ? plain : undefined;
    case 'null':
      return plain.type === 'null' ? plain : undefined;
    case 'float':
      return plain.type === 'number' ? plain : undefined;
    case 'int':
      return plain.type === 'number' && isWhole(source) ? plain : undefined;
    case 'binary':
      return binary(source);
    default:
      return { type: 'string', value: source };
  }
}

/** A number that is written as a whole one: `1e3` and `1.0` are none. */
function isWhole(source: string): boolean {
  return /^[-+]?(?:0[xX]|[0-9_]+$|0[bBoO])/.test(source) && !/^[-+]?0[0-7_]*[89]/.test(source);
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function binary(source: string): ScalarValue | undefined {
  const digits = source.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits)) return undefined;
  const bits = [...digits.replace(/=+$/, '')].map((digit) => base64Digits.indexOf(digit).toString(2).padStart(6, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return { type: 'string', value: bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('') };
}
