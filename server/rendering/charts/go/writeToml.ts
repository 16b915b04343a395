import { copiedIfSame } from '../origins/copied';
import { madeOf, type Source } from '../origins/source';
import { type Pieces, pieces } from '../values/joinTexts';
import { keySourceOf, type List, type Table, type Text, text, type Value } from '../values/value';
import { Fault } from './fault';
import { formatFloat } from './numbers';
import { sortedKeys } from './sortedKeys';

/** Writes a value as BurntSushi/toml 1.6 does: scalars first, then tables; throws a fault for what it refuses. */
export function writeToml(value: Value): Text {
  const all = pieces();
  if (value.kind === 'map') writeTable(all, value, []);
  else if (value.kind === 'nil') throw new Fault('reflect: call of reflect.Value.Type on zero Value');
  else if (value.kind === 'list' && isTableArray(value))
    throw new Fault('toml: top-level values must be Go maps or structs');
  else writeElement(all, value);
  return all.done();
}

/** A list of nothing but tables. */
function isTableArray({ items }: List): boolean {
  if (items.some(({ kind }) => kind === 'nil')) throw new Fault('toml: cannot encode array with nil element');
  return items.length > 0 && items.every(({ kind }) => kind === 'map' || kind === 'struct');
}

function isTable(value: Value): boolean {
  return value.kind === 'map' || value.kind === 'struct' || (value.kind === 'list' && isTableArray(value));
}

function newLine(all: Pieces): void {
  if (all.length() > 0) all.add('\n');
}

const bare = /^[\w-]+$/;

function shownKey(key: string): string {
  return bare.test(key) ? key : `"${escaped(key)}"`;
}

function addKey(all: Pieces, key: string, source: Source | undefined): void {
  const shown = shownKey(key);
  all.add(shown, shown === key ? source : madeOf([source]));
}

function path(keys: readonly string[]): string {
  return keys.map(shownKey).join('.');
}

function indent(keys: readonly string[]): string {
  return '  '.repeat(Math.max(0, keys.length - 1));
}

/** The keys of a table, those of scalars before those of tables. */
function ordered(table: Table): string[] {
  const keys = sortedKeys(table).filter((key) => table.entries.get(key)?.kind !== 'nil');
  const isSub = (key: string) => {
    const value = table.entries.get(key);
    return value !== undefined && isTable(value);
  };
  return [...keys.filter((key) => !isSub(key)), ...keys.filter(isSub)];
}

function writeTable(all: Pieces, table: Table, keys: readonly string[]): void {
  for (const key of ordered(table)) {
    const value = table.entries.get(key);
    if (!value) continue;
    const inner = [...keys, key];
    const source = keySourceOf(table, key);
    if (value.kind === 'map') {
      if (inner.length === 1) newLine(all);
      all.add(`${indent(inner)}[${path(inner)}]`, madeOf([source]));
      newLine(all);
      writeTable(all, value, inner);
    } else if (value.kind === 'list' && isTableArray(value)) {
      for (const item of value.items) {
        newLine(all);
        all.add(`${indent(inner)}[[${path(inner)}]]`, madeOf([source]));
        newLine(all);
        if (item.kind === 'map') writeTable(all, item, inner);
      }
    } else {
      all.add(indent(inner));
      addKey(all, key, source);
      all.add(' = ');
      writeElement(all, value);
      newLine(all);
    }
  }
}

function writeElement(all: Pieces, value: Value): void {
  switch (value.kind) {
    case 'string':
      all.add('"', madeOf([value.source]));
      if (/^[ !#-[\]-~]*$/.test(value.text)) all.add(value.text, value.source);
      else all.add(escaped(value.text), madeOf([value.source]));
      all.add('"', madeOf([value.source]));
      return;
    case 'bool':
    case 'int':
      all.add(String(value.value), copiedIfSame(String(value.value), value.source));
      return;
    case 'float': {
      const written = formatFloat(value.value, 'g').replace('NaN', 'nan').replace('Inf', 'inf');
      const shown = /[.en]/.test(written) ? written : `${written}.0`;
      all.add(shown, copiedIfSame(shown, value.source));
      return;
    }
    case 'list':
      all.add('[');
      for (const [index, item] of value.items.entries()) {
        if (index > 0) all.add(', ');
        writeElement(all, item);
      }
      all.add(']');
      return;
    case 'map': {
      all.add('{');
      for (const [index, key] of ordered(value).entries()) {
        if (index > 0) all.add(', ');
        addKey(all, key, keySourceOf(value, key));
        all.add(' = ');
        writeElement(all, value.entries.get(key) ?? text(''));
      }
      all.add('}');
      return;
    }
    case 'struct':
      all.add(`"${escaped(value.asText?.() ?? '')}"`, madeOf([value.source]));
      return;
    case 'nil':
      throw new Fault('reflect: call of reflect.Value.Interface on zero Value');
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function escaped(written: string): string {
  return written.replace(/["\\]|[^\P{Cc}\u0080-\u009f]/gu, (character) => {
    return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
