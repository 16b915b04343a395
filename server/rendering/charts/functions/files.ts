import type { ChartFile } from '../chart/chart';
import { encodedBase64 } from '../go/base64';
import { decodeUtf8 } from '../go/bytes';
import { Fault } from '../go/fault';
import { globPattern } from '../go/glob';
import { baseName } from '../go/paths';
import type { Source } from '../origins/source';
import { anyTable, int, list, type Method, type Table, type Text, table, text, type Value } from '../values/value';
import { writeYaml } from '../yaml/writeYaml';
import { splitText } from './textLists';

/** The type of `.Files`. */
export const filesType = 'engine.files';

/** What templates see as `.Files`: bytes by path, which are read when somebody asks. */
export function filesTable(files: readonly ChartFile[]): Table {
  const made = table(new Map(), filesType);
  for (const file of files) made.entries.set(file.name, fileValue(file));
  return made;
}

function fileValue(file: ChartFile): Value {
  // A list of bytes that isn't made before somebody looks at it: most files are never read.
  let items: readonly Value[] | undefined;
  let source: Source | undefined;
  return {
    kind: 'list',
    type: '[]uint8',
    get items() {
      items ??= [...file.bytes].map((byte) => int(byte, 'uint8'));
      return items;
    },
    get source() {
      source ??= { kind: 'spot', file: file.source, start: 0, end: file.source.text.length, copy: 0 };
      return source;
    },
  };
}

function contentOf(value: Value | undefined): Text {
  if (value?.kind !== 'list') return text('');
  const { source } = value;
  if (source?.kind === 'spot') return text(source.file.text, source);
  return text(decodeUtf8(bytesOf(value)), source);
}

function bytesOf(value: Value | undefined): Uint8Array {
  if (value?.kind !== 'list') return new Uint8Array();
  return Uint8Array.from(value.items.map((item) => (item.kind === 'int' ? Number(item.value) : 0)));
}

const made = new WeakMap<Table, ReadonlyMap<string, Method>>();

/** The methods of `.Files`. */
export function fileMethods(files: Table): ReadonlyMap<string, Method> {
  const known = made.get(files);
  if (known) return known;
  const named = ([name]: readonly Value[]) => (name?.kind === 'string' ? name.text : '');
  const methods = new Map<string, Method>([
    ['Get', { parameters: ['string'], call: (given) => contentOf(files.entries.get(named(given))) }],
    ['GetBytes', { parameters: ['string'], call: (given) => files.entries.get(named(given)) ?? list([], '[]uint8') }],
    ['Glob', { parameters: ['string'], call: (given) => globbed(files, named(given)) }],
    ['AsConfig', { parameters: [], call: () => asYaml(files, (value) => contentOf(value)) }],
    ['AsSecrets', { parameters: [], call: () => asYaml(files, encoded) }],
    ['Lines', { parameters: ['string'], call: (given) => lines(files.entries.get(named(given))) }],
  ]);
  made.set(files, methods);
  return methods;
}

function encoded(value: Value): Text {
  const { source } = value;
  return text(encodedBase64(bytesOf(value)), source && { kind: 'made', of: [source] });
}

function globbed(files: Table, pattern: string): Table {
  const matches = globPattern(pattern) ?? /^/;
  const found = table(new Map(), filesType, files.source);
  for (const [name, value] of files.entries) if (matches.test(name)) found.entries.set(name, value);
  return found;
}

function asYaml(files: Table, shown: (value: Value) => Text): Value {
  const all = table(new Map(), anyTable);
  for (const [name, value] of files.entries) {
    all.entries.set(baseName(name), shown(value));
  }
  return writeYaml(all);
}

function lines(value: Value | undefined): Value {
  if (value === undefined) return list([], '[]string');
  const whole = contentOf(value);
  if (whole.text === '') throw new Fault('runtime error: index out of range [-1]');
  const inner = whole.text.endsWith('\n') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  return list(splitText(inner, '\n'), '[]string', whole.source);
}
