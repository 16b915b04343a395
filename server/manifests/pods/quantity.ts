import { type Field, scalarOf } from '../../yaml/field/field';

/** Billionths of one, so that whatever a quantity can say is a whole number. */
export type Quantity = bigint;

/** One. */
const one: Quantity = 1_000_000_000n;

/** What is taken for the suffixes, as powers of ten of a billionth. */
const decimalSuffixes: Readonly<Record<string, number>> = {
  n: 0,
  u: 3,
  m: 6,
  '': 9,
  k: 12,
  M: 15,
  G: 18,
  T: 21,
  P: 24,
  E: 27,
};
/** The suffixes of powers of 1024, in their order. */
const binarySuffixes = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** The greatest quantity: what is greater counts as this. */
const greatest: Quantity = (2n ** 63n - 1n) * one;
/** Beyond this every exponent comes to the same. */
const mostExponent = 64;

/** The quantity in a field, a string or a number; undefined for what is unknown, absent or no quantity. */
export function quantityAt(field: Field): Quantity | undefined {
  const scalar = scalarOf(field);
  if (scalar?.type !== 'string' && scalar?.type !== 'number') return undefined;
  return parseQuantity(String(scalar.value));
}

/**
 * Reads a quantity exactly as the API server does: what is finer than a billionth is rounded away from zero
 * (k8s.io/apimachinery/pkg/api/resource, Quantity). Undefined for what it would refuse.
 */
export function parseQuantity(written: string): Quantity | undefined {
  const found = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([eE])([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(written);
  const [, sign, number, hasExponent, exponent, suffix = ''] = found ?? [];
  if (number === undefined) return undefined;
  const [whole = '', fraction = ''] = number.split('.');
  const digits = BigInt(whole + fraction);
  const binary = binarySuffixes.indexOf(suffix);
  const power = hasExponent ? clamped(Number(exponent)) + 9 : binary < 0 ? (decimalSuffixes[suffix] ?? 9) : 9;
  const factor = binary < 0 ? 1n : 1024n ** BigInt(binary + 1);
  const magnitude = scaled(digits * factor, power - fraction.length);
  const capped = magnitude > greatest ? greatest : magnitude;
  return sign === '-' ? -capped : capped;
}

/** True for a part of something that comes in whole pieces only, such as bytes: `400m` of memory. */
export function isFractional(quantity: Quantity): boolean {
  return quantity % one !== 0n;
}

function clamped(exponent: number): number {
  return Math.max(-mostExponent, Math.min(mostExponent, exponent));
}

/** Times a power of ten, rounded up. */
function scaled(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
