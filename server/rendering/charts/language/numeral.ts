import { Fault } from '../go/fault';
import { parseFloat64, parseInt64, parseUint64 } from '../go/numbers';
import { quoted, unescaped } from '../go/quote';
import type { TokenKind } from './tokens';
import type { Numeral } from './tree';

const underscores = /^[+-]?(?:0[xXbBoO]_?)?[\da-fA-F]+(?:_[\da-fA-F]+)*/;

/** Reads a number as Go's templates do: as each type that it can be. */
export function numeral(text: string, kind: TokenKind, start: number): Numeral {
  const place = { kind: 'number' as const, text, start, end: start + text.length, isComplex: false };
  if (kind === 'characterConstant') {
    const code = BigInt(characterCode(text));
    return { ...place, int: code, uint: code, float: Number(code) };
  }
  if (kind === 'complex' || text.endsWith('i')) {
    const real = kind === 'complex' ? undefined : parseFloat64(text.slice(0, -1).replaceAll('_', ''));
    if (real === undefined && kind !== 'complex') throw new Fault(`illegal number syntax: ${quoted(text)}`);
    const isZero = real === 0;
    return {
      ...place,
      isComplex: true,
      int: isZero ? 0n : undefined,
      uint: isZero ? 0n : undefined,
      float: isZero ? 0 : undefined,
    };
  }
  let uint = parseUint64(text, 0);
  let int = parseInt64(text, 0);
  if (int === 0n) uint = 0n;
  if (int !== undefined || uint !== undefined) return { ...place, int, uint, float: Number(int ?? uint) };
  const float = text.includes('_') && !underscores.test(text) ? undefined : parseFloat64(text.replaceAll('_', ''));
  if (float === undefined) throw new Fault(`illegal number syntax: ${quoted(text)}`);
  if (!/[.eEpP]/.test(text)) throw new Fault(`integer overflow: ${quoted(text)}`);
  if (Number.isInteger(float)) {
    const whole = BigInt(float);
    if (whole < 2n ** 63n && whole >= -(2n ** 63n)) int = whole;
    if (whole >= 0n && whole < 2n ** 64n) uint = whole;
  }
  return { ...place, int, uint, float };
}

function characterCode(text: string): number {
  const inner = text.slice(1, -1);
  if (inner.startsWith('\\')) {
    const [character, width] = unescaped(inner, 0, "'");
    if (width !== inner.length) throw new Fault(`malformed character constant: ${text}`);
    return character.codePointAt(0) ?? 0;
  }
  const [first = '', ...rest] = inner;
  if (first === '' || first === "'") throw new Fault('invalid syntax');
  if (rest.length > 0) throw new Fault(`malformed character constant: ${text}`);
  return first.codePointAt(0) ?? 0;
}
