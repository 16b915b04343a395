import { Fault } from '../go/fault';

/** A decimal number: digits × 10^-scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** `decimal.NewFromFloat`: the shortest digits of a float. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) return { digits: 0n, scale: 0 };
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [before = '0', behind = ''] = mantissa.split('.');
  const scale = behind.length - Number(exponent);
  const digits = BigInt(before + behind);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** A decimal as the nearest float. */
export function numberOf({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`);
}

/** So many digits shopspring/decimal keeps when it divides. */
const kept = 16;

/** Divides, rounding half away from 0. */
export function dividedDecimals(one: Decimal, other: Decimal): Decimal {
  if (other.digits === 0n) throw new Fault('decimal division by 0');
  const above = one.digits * 10n ** BigInt(kept + other.scale + 1);
  const quotient = above / (other.digits * 10n ** BigInt(one.scale));
  const rounded = (quotient + (quotient < 0n ? -5n : 5n)) / 10n;
  return { digits: rounded, scale: kept };
}
