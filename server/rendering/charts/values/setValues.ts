import { Fault } from '../go/fault';
import { parseInt64 } from '../go/numbers';
import { quoted } from '../go/quote';
import type { Source } from '../origins/source';
import { bool, heldNil, int, list, type Table, table, text, type Value } from './value';

const mostIndex = 65_536;
const mostNested = 30;

/**
 * Sets what `--set` says in a table, as helm's strvals does.
 *
 * @throws Fault with helm's reason
 */
export function setValues(written: string, into: Table): void {
  try {
    const setting: Setting = { characters: [...written], place: 0, source: { kind: 'given', by: `--set ${written}` } };
    while (setting.place < setting.characters.length) setKey(setting, into, 0);
  } catch (error) {
    if (error instanceof Fault) throw new Fault(`failed parsing --set data: ${error.message}`);
    throw error;
  }
}

interface Setting {
  readonly characters: readonly string[];
  readonly source: Source;
  place: number;
}

/** What stands before one of some characters, and which one; none at the end. */
function until(setting: Setting, stops: string): { read: string; stop: string | undefined } {
  let read = '';
  while (setting.place < setting.characters.length) {
    const character = setting.characters[setting.place++] ?? '';
    if (stops.includes(character)) return { read, stop: character };
    read += character === '\\' ? (setting.characters[setting.place++] ?? '') : character;
  }
  return { read, stop: undefined };
}

function put(into: Table, key: string, value: Value, source: Source): void {
  if (key === '') return;
  into.entries.set(key, value);
  into.keys.set(key, source);
}

/** True where a key has nothing behind its `=`, which ends all: helm takes that for an error, and gives up what lies around. */
function setKey(setting: Setting, into: Table, depth: number): boolean {
  const { read: key, stop } = until(setting, '=[,.');
  const { source } = setting;
  switch (stop) {
    case undefined:
      if (key === '') return false;
      throw new Fault(`key ${quoted(key)} has no value`);
    case '[': {
      const index = keyIndex(setting);
      const before = into.entries.get(key);
      if (before !== undefined && before.kind !== 'list') throw new Fault(unableTo(before, '[]interface {}'));
      const items = listItem(setting, before?.items ?? [], index, depth);
      put(into, key, list(items ?? before?.items ?? [], undefined, source), source);
      return items === undefined;
    }
    case '=': {
      const isAtEnd = setting.place >= setting.characters.length;
      put(into, key, readValue(setting), source);
      return isAtEnd;
    }
    case ',':
      put(into, key, text('', source), source);
      throw new Fault(`key ${quoted(key)} has no value (cannot end with ,)`);
    default: {
      if (depth + 1 > mostNested) {
        throw new Fault(`value name nested level is greater than maximum supported nested level of ${mostNested}`);
      }
      const before = into.entries.get(key);
      if (before !== undefined && before.kind !== 'map') throw new Fault(unableTo(before, 'map[string]interface {}'));
      const inner = before ?? table(new Map(), undefined, source);
      const isAtEnd = setting.place >= setting.characters.length || setKey(setting, inner, depth + 1);
      if (inner.entries.size > 0) put(into, key, inner, source);
      else if (!isAtEnd) throw new Fault(`key map ${quoted(key)} has no value`);
      return isAtEnd;
    }
  }
}

function unableTo(value: Value, wanted: string): string {
  const type = {
    string: 'string',
    int: 'int64',
    bool: 'bool',
    float: 'float64',
    list: '[]interface {}',
    map: 'map[string]interface {}',
  }[value.kind as string];
  return `unable to parse key: interface conversion: interface {} is ${type ?? 'nil'}, not ${wanted}`;
}

function keyIndex(setting: Setting): number {
  const { read, stop } = until(setting, ']');
  if (stop === undefined) throw new Fault('error parsing index: EOF');
  if (!/^[+-]?\d+$/.test(read)) {
    throw new Fault(`error parsing index: strconv.Atoi: parsing ${quoted(read)}: invalid syntax`);
  }
  return Number(read);
}

/** A list with another item; nothing where helm gives that up. */
function listItem(
  setting: Setting,
  items: readonly Value[],
  index: number,
  depth: number,
): readonly Value[] | undefined {
  if (index < 0) throw new Fault(`negative ${index} index not allowed`);
  const { read, stop } = until(setting, '[.=');
  if (read !== '') throw new Fault(`unexpected data at end of array index: ${quoted(read)}`);
  const before = items[index];
  switch (stop) {
    case '=':
      return withItem(items, index, readValue(setting));
    case '[': {
      const next = keyIndex(setting);
      const inner = before?.kind === 'list' ? before.items : [];
      const changed = listItem(setting, inner, next, depth);
      return changed && withItem(items, index, list(changed, undefined, setting.source));
    }
    case '.': {
      const inner = before?.kind === 'map' ? before : table(new Map(), undefined, setting.source);
      return setKey(setting, inner, depth) ? undefined : withItem(items, index, inner);
    }
    default:
      return items;
  }
}

function withItem(items: readonly Value[], index: number, value: Value): readonly Value[] {
  if (index > mostIndex) throw new Fault(`index of ${index} is greater than maximum supported index of ${mostIndex}`);
  const changed = [...items];
  while (changed.length < index) changed.push(heldNil);
  changed[index] = value;
  return changed;
}

function readValue(setting: Setting): Value {
  if (setting.characters[setting.place] !== '{') {
    if (setting.place >= setting.characters.length) return text('', setting.source);
    return typed(until(setting, ',').read, setting.source);
  }
  setting.place++;
  const items: Value[] = [];
  for (;;) {
    const { read, stop } = until(setting, ',}');
    if (stop === undefined) throw new Fault("list must terminate with '}'");
    items.push(typed(read, setting.source));
    if (stop === ',') continue;
    if (setting.characters[setting.place] === ',') setting.place++;
    return list(items, undefined, setting.source);
  }
}

function typed(written: string, source: Source): Value {
  const lower = written.toLowerCase();
  if (lower === 'true' || lower === 'false') return bool(lower === 'true', source);
  if (lower === 'null') return { kind: 'nil', isHeld: true, source };
  if (written === '0') return int(0, 'int64', source);
  const number = written.startsWith('0') ? undefined : parseInt64(written);
  return number === undefined ? text(written, source) : int(number, 'int64', source);
}
