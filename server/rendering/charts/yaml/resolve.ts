import { parseFloat64, parseInteger } from '../go/numbers';
import { YamlFault } from './scanState';

/** What a scalar of YAML 1.1 says, as go-yaml v2 resolves it. */
export type Resolved =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'timestamp' }
  | { readonly type: 'merge' }
  | { readonly type: 'string' }
  | { readonly type: 'binary' };

const words = new Map<string, Resolved>();
for (const [resolved, names] of [
  [{ type: 'bool', value: true }, 'y Y yes Yes YES true True TRUE on On ON'],
  [{ type: 'bool', value: false }, 'n N no No NO false False FALSE off Off OFF'],
  [{ type: 'null' }, '~ null Null NULL'],
  [{ type: 'float', value: Number.NaN }, '.nan .NaN .NAN'],
  [{ type: 'float', value: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF'],
  [{ type: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF'],
] as const) {
  for (const name of names.split(' ')) words.set(name, resolved);
}
words.set('', { type: 'null' });

const string: Resolved = { type: 'string' };
const long = 'tag:yaml.org,2002:';
const styleFloat = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const limits = { least: -(2n ** 63n), most: 2n ** 64n };

/** What a plain scalar says. */
export function resolvePlain(text: string): Resolved {
  if (text === '<<') return { type: 'merge' };
  const first = text.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  // Everything else that may be more than a text is a word.
  if (!isNumeric) return text.length > 5 ? string : (words.get(text) ?? string);
  const word = words.get(text);
  if (word) return word;
  if (first === 46) {
    const value = parseFloat64(text);
    return value === undefined ? string : { type: 'float', value };
  }
  if (isTimestamp(text)) return { type: 'timestamp' };
  const plain = text.replaceAll('_', '');
  const value = integer(plain);
  if (value !== undefined) return { type: 'int', value };
  if (styleFloat.test(plain)) {
    const float = parseFloat64(plain);
    if (float !== undefined) return { type: 'float', value: float };
  }
  return string;
}

function integer(text: string): bigint | undefined {
  const value = parseInteger(text, 0);
  if (value === undefined || value < limits.least || value >= limits.most) return undefined;
  // ParseUint takes no sign.
  return /^\+/.test(text) && value >= 2n ** 63n ? undefined : value;
}

/** What a scalar with a tag says. */
export function resolveTagged(tag: string, text: string): Resolved {
  const name = tag.startsWith(long) ? tag.slice(long.length) : tag;
  if (name === 'str') return string;
  if (name === 'binary') return { type: 'binary' };
  if (!tag.startsWith(long) || !['bool', 'int', 'float', 'null', 'timestamp'].includes(name)) return string;
  const resolved = name === 'timestamp' || !isTimestamp(text) ? resolvePlain(text) : untimed(text);
  if (resolved.type === name) return resolved;
  if (name === 'float' && resolved.type === 'int') return { type: 'float', value: Number(resolved.value) };
  const shown = { string: '!!str', merge: '!!merge' }[resolved.type as string] ?? `!!${resolved.type}`;
  throw new YamlFault(`cannot decode ${shown} \`${text}\` as a !!${name}`);
}

function untimed(text: string): Resolved {
  return styleFloat.test(text) ? { type: 'float', value: Number(text) } : string;
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** True for what go-yaml takes for a time; it becomes a text all the same, but is quoted when written. */
export function isTimestamp(text: string): boolean {
  const match = timestamp.exec(text);
  if (!match) return false;
  const [, year, month, day, mark, hour = '0', minute = '0', second = '0', zone] = match;
  if (mark === ' ' ? zone !== undefined : mark !== undefined && zone === undefined) return false;
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return isDate && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
