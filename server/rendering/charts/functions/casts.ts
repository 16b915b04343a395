import { decodeUtf8 } from '../go/bytes';
import { parseFloat64, parseInt64, truncated } from '../go/numbers';
import { printed } from '../go/print';
import { type Text, text, type Value } from '../values/value';

/** `cast.ToInt64`: what is no number is 0. */
export function toInt64(value: Value): bigint {
  switch (value.kind) {
    case 'int':
      return value.value;
    case 'float':
      return truncated(value.value);
    case 'bool':
      return value.value ? 1n : 0n;
    case 'string':
      return parseInt64(withoutZeroDecimals(value.text), 0) ?? 0n;
    default:
      return 0n;
  }
}

/** `12.00` is 12 to spf13/cast. */
function withoutZeroDecimals(written: string): string {
  return /^[^.]+\.0+$/.test(written) ? written.replace(/\.0+$/, '') : written;
}

/** `cast.ToFloat64`. */
export function toFloat64(value: Value): number {
  switch (value.kind) {
    case 'int':
      return Number(value.value);
    case 'float':
      return value.value;
    case 'bool':
      return value.value ? 1 : 0;
    case 'string':
      return parseFloat64(value.text) ?? 0;
    default:
      return 0;
  }
}

/** Sprig's `strval`: bytes are a text, all else is printed. */
export function toText(value: Value): Text {
  if (value.kind === 'list' && value.type === '[]uint8') return bytesText(value);
  return printed(value);
}

/** The text that bytes are. */
function bytesText(value: Extract<Value, { kind: 'list' }>): Text {
  const units = value.items.map((item) => (item.kind === 'int' ? Number(item.value) : 0));
  return text(decodeUtf8(Uint8Array.from(units)), value.source);
}
