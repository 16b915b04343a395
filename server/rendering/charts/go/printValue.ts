import type { Float, Int, Struct, Table, Value } from '../values/value';
import { encodeUtf8, wellFormed } from './bytes';
import { formatFloat } from './numbers';
import { quoted } from './quote';
import { sortedKeys } from './sortedKeys';
import { typeName } from './typeNames';

/** The flags, width and precision of a verb. */
export interface Flags {
  readonly plus: boolean;
  readonly minus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** No flags. */
export const plainFlags: Flags = {
  plus: false,
  minus: false,
  sharp: false,
  space: false,
  zero: false,
  width: undefined,
  precision: undefined,
};

/** What a verb makes of a value, without `%T` and `%p`. */
export function formatVerb(value: Value, verb: string, flags: Flags): string {
  switch (value.kind) {
    case 'nil':
      return verb === 'v' ? padded('<nil>', flags) : bad(value, verb);
    case 'bool':
      return verb === 'v' || verb === 't' ? padded(String(value.value), flags) : bad(value, verb);
    case 'int':
      return namedInt(value, verb, flags) ?? formatInt(value, verb, flags);
    case 'float':
      return formatNumber(value, verb, flags);
    case 'string':
      return formatText(value.text, verb, flags) ?? bad(value, verb);
    case 'list':
      return formatItems(value.items, value.type, verb, flags);
    case 'map':
      return formatTable(value, verb, flags);
    case 'struct':
      return formatStruct(value, verb, flags);
  }
}

function namedInt({ type, value }: Int, verb: string, flags: Flags): string | undefined {
  if (type !== 'time.Duration' || !'vsq'.includes(verb)) return undefined;
  return formatText(durationText(value), verb, flags);
}

function formatInt(value: Int, verb: string, flags: Flags): string {
  const { value: number } = value;
  switch (verb) {
    case 'v':
    case 'd':
      return withSign(number < 0n, String(number < 0n ? -number : number), '', flags);
    case 'b':
      return based(number, 2, '0b', flags);
    case 'o':
      return based(number, 8, flags.sharp ? '0' : '', { ...flags, sharp: true });
    case 'O':
      return based(number, 8, '0o', { ...flags, sharp: true });
    case 'x':
      return based(number, 16, '0x', flags);
    case 'X':
      return based(number, 16, '0X', flags, true);
    case 'c':
      return padded(character(number), flags);
    case 'q':
      return padded(quoted(character(number), "'"), flags);
    case 'U':
      return padded(`U+${number.toString(16).toUpperCase().padStart(4, '0')}`, flags);
    default:
      return bad(value, verb);
  }
}

function character(number: bigint): string {
  const isOne = number >= 0n && number <= 0x10ffffn && !(number >= 0xd800n && number < 0xe000n);
  return isOne ? String.fromCodePoint(Number(number)) : '\ufffd';
}

function based(number: bigint, base: number, prefix: string, flags: Flags, isUpper = false): string {
  const digits = (number < 0n ? -number : number).toString(base);
  return withSign(number < 0n, isUpper ? digits.toUpperCase() : digits, flags.sharp ? prefix : '', flags);
}

function withSign(isNegative: boolean, digits: string, prefix: string, flags: Flags): string {
  const sign = isNegative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  const { precision, width, zero, minus } = flags;
  if (precision !== undefined) {
    const shown = precision === 0 && digits === '0' ? '' : digits.padStart(precision, '0');
    return padded(sign + prefix + shown, { ...flags, zero: false });
  }
  if (zero && !minus && width !== undefined) return sign + prefix + digits.padStart(width - sign.length, '0');
  return padded(sign + prefix + digits, flags);
}

function formatNumber(value: Float, verb: string, flags: Flags): string {
  const lower = verb.toLowerCase();
  if (verb === 'v' || lower === 'g' || lower === 'e' || lower === 'f') {
    const form = verb === 'v' || lower === 'g' ? 'g' : lower === 'e' ? 'e' : 'f';
    const written = formatFloat(value.value, form, flags.precision ?? (form === 'g' ? -1 : 6));
    const isSpecial = !Number.isFinite(value.value);
    const isNegative = written.startsWith('-');
    const digits = written.replace(/^[+-]/, '');
    const shown = verb === 'E' || verb === 'G' ? digits.toUpperCase() : digits;
    const plus = flags.plus || (isSpecial && written.startsWith('+'));
    return withSign(isNegative, shown, '', { ...flags, plus, precision: undefined, zero: flags.zero && !isSpecial });
  }
  return bad(value, verb);
}

/** What a verb makes of a string, or nothing if it isn't for strings. */
function formatText(written: string, verb: string, flags: Flags): string | undefined {
  const { precision } = flags;
  switch (verb) {
    case 'v':
    case 's':
      return padded(precision === undefined ? written : [...written].slice(0, precision).join(''), flags);
    case 'q': {
      const cut = precision === undefined ? written : [...written].slice(0, precision).join('');
      const isRaw = flags.sharp && !/[`\u007f\ufeff]|[^\P{Cc}\t]/u.test(cut);
      if (isRaw) return padded(`\`${cut}\``, flags);
      return padded(flags.plus ? ascii(quoted(cut)) : quoted(cut), flags);
    }
    case 'x':
    case 'X': {
      const bytes = [...encodeUtf8(written)].slice(0, precision);
      const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(flags.space ? ' ' : '');
      return padded((flags.sharp ? '0x' : '') + (verb === 'X' ? digits.toUpperCase() : digits), flags);
    }
    default:
      return undefined;
  }
}

function ascii(written: string): string {
  return written.replace(/[^\0-\x7f]/gu, (one) => {
    const code = one.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
  });
}

/** The types of lists whose items no interface holds: their nils and strings print differently with `%d`. */
function formatItems(items: readonly Value[], type: string, verb: string, flags: Flags): string {
  if (type === '[]uint8' && 'sqxX'.includes(verb)) {
    const bytes = items.map((item) => (item.kind === 'int' ? Number(item.value) : 0));
    const written = String.fromCharCode(...bytes.map((byte) => (byte < 0x80 ? byte : 0xdc00 + byte)));
    return formatText(written, verb, flags) ?? '';
  }
  return `[${items.map((item) => formatVerb(item, verb, flags)).join(' ')}]`;
}

function formatTable(table: Table, verb: string, flags: Flags): string {
  const shown = sortedKeys(table).map((key) => {
    const value = table.entries.get(key);
    return `${formatText(key, verb, flags) ?? `%!${verb}(string=${key})`}:${value ? formatVerb(value, verb, flags) : ''}`;
  });
  return `map[${shown.join(' ')}]`;
}

function formatStruct(value: Struct, verb: string, flags: Flags): string {
  if (value.asText && 'vsqxX'.includes(verb)) return formatText(value.asText(), verb, flags) ?? '';
  const inner = [...value.fields].map(
    ([name, field]) => (flags.plus ? `${name}:` : '') + formatVerb(field, verb, { ...flags, plus: false }),
  );
  return `${value.isPointer ? '&' : ''}{${inner.join(' ')}}`;
}

/** What fmt says of a verb that isn't for a value. */
function bad(value: Value, verb: string): string {
  if (value.kind === 'nil') return `%!${verb}(<nil>)`;
  return `%!${verb}(${typeName(value)}=${formatVerb(value, 'v', plainFlags)})`;
}

function padded(written: string, { width, minus, zero }: Flags): string {
  if (width === undefined) return written;
  const missing = width - [...wellFormed(written)].length;
  if (missing <= 0) return written;
  if (minus) return written + ' '.repeat(missing);
  return (zero ? '0' : ' ').repeat(missing) + written;
}

/** `time.Duration.String`. */
export function durationText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const isNegative = nanoseconds < 0n;
  const all = isNegative ? -nanoseconds : nanoseconds;
  const sign = isNegative ? '-' : '';
  if (all < 1_000_000_000n) {
    const [unit, size] = all < 1000n ? ['ns', 1n] : all < 1_000_000n ? ['µs', 1000n] : ['ms', 1_000_000n];
    return `${sign}${fraction(all, BigInt(size))}${unit}`;
  }
  const seconds = all / 1_000_000_000n;
  const rest = fraction(all - (seconds - (seconds % 60n)) * 1_000_000_000n, 1_000_000_000n);
  const minutes = seconds / 60n;
  const hours = minutes / 60n;
  return `${sign}${hours > 0n ? `${hours}h` : ''}${minutes > 0n ? `${minutes % 60n}m` : ''}${rest}s`;
}

function fraction(value: bigint, unit: bigint): string {
  const rest = value % unit;
  if (rest === 0n) return String(value / unit);
  const digits = String(rest).padStart(String(unit).length - 1, '0');
  return `${value / unit}.${digits.replace(/0+$/, '')}`;
}
