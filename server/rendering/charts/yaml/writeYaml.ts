import { byteLength, wellFormed } from '../go/bytes';
import { Fault } from '../go/fault';
import { formatFloat } from '../go/numbers';
import { plainValue } from '../go/plainValue';
import { spaces } from '../go/spaces';
import { copiedIfSame } from '../origins/copied';
import { madeOf, type Source } from '../origins/source';
import { type Pieces, pieces } from '../values/joinTexts';
import { keySourceOf, type List, part, type Table, type Text, text, type Value } from '../values/value';
import { compareKeys } from './keyOrder';
import { isSimpleKey, styleOf, type WrittenStyle } from './scalarStyle';
import { writeScalar } from './scalarText';

/** How a value is written. */
export interface YamlManner {
  /** Lists stand two columns further than their key. */
  readonly indentsLists: boolean;
  /** Lines are broken behind this column. */
  readonly width: number;
  readonly number: (value: number) => string;
  readonly styleOf: (text: string, isKey: boolean) => WrittenStyle;
  /** What a value looks like to this writer. */
  readonly seen: (value: Value) => Value;
}

/** Go's JSON reader refuses what YAML's reader does: control characters that JSON lets through. */
const refused = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** `sigs.k8s.io/yaml`: through JSON, so that whole floats are integers. */
const kubernetesManner: YamlManner = {
  indentsLists: false,
  width: 80,
  number(value) {
    if (Number.isInteger(value) && value < 2 ** 64 && value >= -(2 ** 63)) return BigInt(value).toString();
    return formatFloat(value, 'g');
  },
  styleOf: (written, isKey) => styleOf(written, isKey),
  seen(value) {
    const plain = plainValue(value);
    if (plain.kind !== 'string') return plain;
    if (refused.test(plain.text)) throw new Fault('yaml: control characters are not allowed');
    const formed = wellFormed(plain.text);
    return formed === plain.text ? plain : text(formed, madeOf([plain.source]));
  },
};

/** Writes a value as YAML, without the last line break; every key and scalar keeps its origin. */
export function writeYaml(value: Value, manner: YamlManner = kubernetesManner): Text {
  const all = pieces();
  const writer: Writer = { all, manner, isOpen: false };
  const seen = manner.seen(value);
  if (isBlock(seen)) writeBlock(writer, seen, 0);
  else writeLeaf(writer, seen, { column: 0, indent: 0 });
  const written = all.done();
  return written.text.endsWith('\n') ? part(written, 0, written.text.length - 1) : written;
}

interface Writer {
  readonly all: Pieces;
  readonly manner: YamlManner;
  /** True where a line isn't ended yet. */
  isOpen: boolean;
}

interface Place {
  /** The column of what comes next. */
  readonly column: number;
  /** The indentation of the block at hand. */
  readonly indent: number;
}

function isBlock(value: Value): value is Table | List {
  return (value.kind === 'map' && value.entries.size > 0) || (value.kind === 'list' && value.items.length > 0);
}

/** Writes a block whose first line has begun at its own indentation. */
function writeBlock(writer: Writer, value: Table | List, indent: number): void {
  if (value.kind === 'map') writeTable(writer, value, indent);
  else writeList(writer, value, indent);
}

function newLine(writer: Writer, indent: number): void {
  writer.all.add(`${writer.isOpen ? '\n' : ''}${spaces(indent)}`);
  writer.isOpen = true;
}

function writeTable(writer: Writer, table: Table, indent: number): void {
  const { all, manner } = writer;
  const keys = [...table.entries.keys()].sort(compareKeys);
  let isFirst = true;
  for (const key of keys) {
    if (!isFirst) newLine(writer, indent);
    isFirst = false;
    writer.isOpen = true;
    const value = manner.seen(table.entries.get(key) ?? { kind: 'nil', isHeld: true, source: undefined });
    const keySource = keySourceOf(table, key);
    if (isSimpleKey(key, byteLength(key))) {
      const before = all.length();
      writeScalar(all, seenKey(manner, key, keySource), manner.styleOf(key, true), {
        column: indent,
        indent,
        width: Number.POSITIVE_INFINITY,
      });
      all.add(':');
      const column = indent + all.length() - before;
      if (!isBlock(value)) {
        all.add(' ');
        writeLeaf(writer, value, { column: column + 1, indent });
      } else {
        const inner = value.kind === 'list' && !manner.indentsLists ? indent : indent + 2;
        newLine(writer, inner);
        writeBlock(writer, value, inner);
      }
    } else {
      all.add('? ');
      writeLeaf(writer, seenKey(manner, key, keySource), { column: indent + 2, indent });
      newLine(writer, indent);
      all.add(': ');
      if (isBlock(value)) writeBlock(writer, value, indent + 2);
      else writeLeaf(writer, value, { column: indent + 2, indent });
    }
  }
}

function seenKey(manner: YamlManner, key: string, source: Source | undefined): Text {
  const seen = manner.seen(text(key, source));
  return seen.kind === 'string' ? seen : text(key, source);
}

function writeList(writer: Writer, { items }: List, indent: number): void {
  let isFirst = true;
  for (const item of items) {
    if (!isFirst) newLine(writer, indent);
    isFirst = false;
    writer.isOpen = true;
    writer.all.add('- ');
    const value = writer.manner.seen(item);
    if (isBlock(value)) writeBlock(writer, value, indent + 2);
    else writeLeaf(writer, value, { column: indent + 2, indent });
  }
}

function writeLeaf(writer: Writer, value: Value, { column, indent }: Place): void {
  const { all, manner } = writer;
  writer.isOpen = true;
  switch (value.kind) {
    case 'nil':
      copied(writer, 'null', value);
      return;
    case 'bool':
    case 'int':
      copied(writer, String(value.value), value);
      return;
    case 'float':
      copied(writer, manner.number(value.value), value);
      return;
    case 'string': {
      const style = manner.styleOf(value.text, false);
      writeScalar(all, value, style, { column, indent: indent + 2, width: manner.width });
      if (style === 'literal' && value.text.endsWith('\n')) writer.isOpen = false;
      return;
    }
    case 'list':
      copied(writer, '[]', value);
      return;
    case 'map':
      copied(writer, '{}', value);
      return;
    case 'struct':
      throw new Fault(`cannot marshal type: ${value.type}`);
  }
}

function copied({ all }: Writer, written: string, { source }: Value): void {
  all.add(written, copiedIfSame(written, source));
}
