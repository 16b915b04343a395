/** How `strconv.FormatFloat` writes a number: with an exponent, without, or the shorter of both. */
export type FloatForm = 'e' | 'f' | 'g';

/**
 * `strconv.FormatFloat`.
 *
 * @param precision digits behind the point (`e`, `f`) or in all (`g`); -1 for as many as it takes to read it again
 */
export function formatFloat(value: number, form: FloatForm, precision: number = -1): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + formatPositive(Math.abs(value), form, precision);
}

function formatPositive(value: number, form: FloatForm, precision: number): string {
  if (form === 'f') return precision < 0 ? plain(shortest(value), 0) : fixed(value, precision);
  if (form === 'e') {
    const digits = precision < 0 ? shortest(value) : rounded(value, precision + 1);
    return withExponent(digits, precision < 0 ? digits.text.length : precision + 1);
  }
  const wanted = precision === 0 ? 1 : precision;
  const all = wanted < 0 ? shortest(value) : rounded(value, wanted);
  const digits = { text: all.text.replace(/0+$/, '') || '0', point: all.point };
  const isWhole = wanted > digits.text.length && digits.text.length >= digits.point;
  const limit = wanted < 0 ? 6 : isWhole ? digits.text.length : wanted;
  const exponent = digits.point - 1;
  if (exponent < -4 || exponent >= limit) return withExponent(digits, digits.text.length);
  return plain(digits, 0);
}

/** Decimal digits, and before which of them the point stands. */
interface Digits {
  readonly text: string;
  readonly point: number;
}

/** The fewest digits that read as the same number. */
function shortest(value: number): Digits {
  if (value === 0) return { text: '0', point: 1 };
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return { text: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** So many digits, the last one rounded half to even from the exact value. */
function rounded(value: number, count: number): Digits {
  if (value === 0) return { text: '0'.repeat(count), point: 1 };
  const { point } = shortest(value);
  const whole = scaled(value, count - point).toString();
  return whole.length > count ? { text: whole.slice(0, count), point: point + 1 } : { text: whole, point };
}

function fixed(value: number, precision: number): string {
  const whole = scaled(value, precision)
    .toString()
    .padStart(precision + 1, '0');
  const cut = whole.length - precision;
  return precision === 0 ? whole : `${whole.slice(0, cut)}.${whole.slice(cut)}`;
}

/** value × 10^power, rounded half to even, exactly. */
function scaled(value: number, power: number): bigint {
  const { mantissa, exponent } = binary(value);
  let above = mantissa * (power > 0 ? 10n ** BigInt(power) : 1n);
  let below = power < 0 ? 10n ** BigInt(-power) : 1n;
  if (exponent > 0) above <<= BigInt(exponent);
  else below <<= BigInt(-exponent);
  const quotient = above / below;
  const twice = (above - quotient * below) * 2n;
  const isUp = twice > below || (twice === below && (quotient & 1n) === 1n);
  return isUp ? quotient + 1n : quotient;
}

/** A number as mantissa × 2^exponent. */
function binary(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

function plain({ text, point }: Digits, least: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${text}`;
  if (point >= text.length) return text + '0'.repeat(point - text.length + least);
  return `${text.slice(0, point)}.${text.slice(point)}`;
}

function withExponent({ text, point }: Digits, count: number): string {
  const digits = text.padEnd(count, '0');
  const exponent = point - 1;
  const written = String(Math.abs(exponent)).padStart(2, '0');
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${digits[0]}${rest}e${exponent < 0 ? '-' : '+'}${written}`;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const hexadecimal = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i;
const named = /^[+-]?(?:inf|infinity)$/i;

/** `strconv.ParseFloat`: nothing if it is none, or too large. Underscores are for `base 0` of Go's own literals. */
export function parseFloat64(text: string): number | undefined {
  if (decimal.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (named.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^[+-]?nan$/i.test(text)) return /^[+-]/.test(text) ? undefined : Number.NaN;
  const [whole, sign, before = '', behind = '', power] = hexadecimal.exec(text) ?? [];
  if (whole === undefined || before + behind === '') return undefined;
  const value = Number(BigInt(`0x${before}${behind}`)) * 2 ** (Number(power) - 4 * behind.length);
  return sign === '-' ? -value : value;
}

const digitsOf: Readonly<Record<number, RegExp>> = {
  2: /^[01]+$/,
  8: /^[0-7]+$/,
  10: /^\d+$/,
  16: /^[\da-f]+$/i,
};
const prefixes: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

/** An integer of any size as `strconv` reads it; base 0 takes prefixes and underscores. */
export function parseInteger(text: string, base: 0 | 2 | 8 | 10 | 16 = 10): bigint | undefined {
  const isNegative = text.startsWith('-');
  let digits = /^[+-]/.test(text) ? text.slice(1) : text;
  let radix: number = base;
  if (base === 0) {
    const prefix = /^0([xob]?)_?/i.exec(digits);
    if (digits.includes('_') && !/^(?:0[xob]_?)?[\da-f]+(?:_[\da-f]+)*$/i.test(digits)) return undefined;
    radix = 10;
    if (prefix && digits.length > 1) {
      radix = { x: 16, b: 2 }[(prefix[1] ?? '').toLowerCase()] ?? 8;
      digits = digits.slice(prefix[1] ? 2 : 1);
    }
    digits = digits.replaceAll('_', '');
  }
  if (!digitsOf[radix]?.test(digits)) return undefined;
  const value = BigInt(prefixes[radix] + digits);
  return isNegative ? -value : value;
}

const most = 2n ** 63n;

/** `strconv.ParseInt` with 64 bits. */
export function parseInt64(text: string, base: 0 | 2 | 8 | 10 | 16 = 10): bigint | undefined {
  const value = parseInteger(text, base);
  return value !== undefined && value < most && value >= -most ? value : undefined;
}

/** `strconv.ParseUint` with 64 bits. */
export function parseUint64(text: string, base: 0 | 2 | 8 | 10 | 16 = 10): bigint | undefined {
  if (/^[+-]/.test(text)) return undefined;
  const value = parseInteger(text, base);
  return value !== undefined && value < most * 2n ? value : undefined;
}

/** A float as Go turns it into an int64; what doesn't fit becomes the least one, as on amd64. */
export function truncated(value: number): bigint {
  if (!Number.isFinite(value)) return -most;
  const whole = BigInt(Math.trunc(value));
  return whole >= most || whole < -most ? -most : whole;
}
