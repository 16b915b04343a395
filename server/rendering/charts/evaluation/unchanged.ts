import type { Template } from '../language/tree';
import { areDistinct, type Moves, movedRange, noteFile, noteSource } from '../origins/moves';
import type { Source } from '../origins/source';
import { byteList, type Value } from '../values/value';
import type { Recording, Said } from './recording';
import { SharedEntries } from './sharedEntries';

/** What there is now to answer the questions of a recording. */
export interface Present {
  /** The entries of what the template gets as its dot. */
  readonly dot: SharedEntries;
  readonly templateNamed: (name: string) => Template | undefined;
}

/**
 * Asks again what a recording asked, and says whether all answers are the same, wherever they come from.
 *
 * @param moves takes in where they come from now
 */
export function isUnchanged(recording: Recording, present: Present, moves: Moves): boolean {
  const asking: Asking = { recording, moves, tables: [] };
  if (!meet(asking, present.dot)) return false;
  for (const [name, before] of recording.templates) {
    const now = present.templateNamed(name);
    if (before !== now && !(before && now && isSameTemplate(before, now, moves))) return false;
  }
  for (const read of recording.reads) {
    const table = asking.tables[read.table];
    if (!table) return false;
    switch (read.kind) {
      case 'entry':
        if (!isSaid(asking, table, read.key, read.said)) return false;
        break;
      case 'size':
        if (table.size !== read.size) return false;
        break;
      case 'entries': {
        if (table.size !== read.said.length) return false;
        let index = 0;
        for (const key of table.keys()) {
          const [name, said] = read.said[index++] ?? [];
          if (name !== key || !said || !isSaid(asking, table, key, said)) return false;
        }
      }
    }
  }
  return areDistinct(moves);
}

interface Asking {
  readonly recording: Recording;
  readonly moves: Moves;
  /** The tables met so far. */
  readonly tables: SharedEntries[];
}

function meet({ recording, tables }: Asking, entries: Map<string, Value>): boolean {
  if (!(entries instanceof SharedEntries)) return false;
  const before = recording.again.get(tables.length);
  if (before !== undefined && tables[before] !== entries) return false;
  tables.push(entries);
  return true;
}

function isSaid(asking: Asking, table: SharedEntries, key: string, { value, keySource }: Said): boolean {
  const now = table.get(key);
  if (value === undefined || now === undefined) return value === now;
  return isSame(asking, value, now) && noteSource(asking.moves, keySource, table.keySource(key));
}

function isSame(asking: Asking, before: Value, now: Value): boolean {
  if (before.kind !== now.kind || !noteSource(asking.moves, before.source, now.source)) return false;
  // A list that is the same object can hold tables, which are met.
  if (before === now && before.kind !== 'list') return true;
  switch (before.kind) {
    case 'nil':
      return now.kind === 'nil' && before.isHeld === now.isHeld;
    case 'bool':
      return now.kind === 'bool' && before.value === now.value;
    case 'int':
      return now.kind === 'int' && before.value === now.value && before.type === now.type;
    case 'float':
      return now.kind === 'float' && Object.is(before.value, now.value);
    case 'string':
      return now.kind === 'string' && before.text === now.text;
    case 'struct':
      return (
        now.kind === 'struct' && before.type === now.type && before.inner !== undefined && before.inner === now.inner
      );
    case 'map':
      return (
        now.kind === 'map' && before.type === now.type && before.isNull === now.isNull && meet(asking, now.entries)
      );
    case 'list': {
      if (now.kind !== 'list' || before.type !== now.type || before.isNull !== now.isNull) return false;
      // Where the bytes of a file come from is the whole file.
      if (before.type === byteList) return before === now || isSameFile(before.source, now.source);
      const { items } = now;
      return (
        before.items.length === items.length &&
        before.items.every((item, index) => {
          const against = items[index];
          return against !== undefined && isSame(asking, item, against);
        })
      );
    }
  }
}

function isSameFile(before: Source | undefined, now: Source | undefined): boolean {
  return before?.kind === 'spot' && now?.kind === 'spot' && before.file === now.file;
}

/** True for a template that stands in a file as it did, though elsewhere. */
function isSameTemplate(before: Template, now: Template, moves: Moves): boolean {
  const { file, parsed } = before;
  if (!file || !now.file || before.fileName !== now.fileName) return false;
  if (!noteFile(moves, file, now.file)) return false;
  const move = moves.files.get(file);
  const range = move ? movedRange(move, parsed) : parsed;
  return (
    range?.start === now.parsed.start &&
    range.end === now.parsed.end &&
    before.text.slice(parsed.start, parsed.end) === now.text.slice(now.parsed.start, now.parsed.end)
  );
}
