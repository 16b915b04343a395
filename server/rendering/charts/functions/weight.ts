import type { GoFunction } from '../evaluation/run';
import { Stopped } from '../go/fault';
import type { Table, Value } from '../values/value';
import type { Family } from './define';

/**
 * Functions that look at all that their arguments hold, which is counted first: what holds another table twice, which
 * holds another one twice, and so on, is soon more than anybody can write.
 */
export function looking(family: Family): Family {
  return Object.fromEntries(Object.entries(family).map(([name, made]) => [name, weighed(made)]));
}

function weighed(made: GoFunction): GoFunction {
  return {
    ...made,
    call(values, call) {
      for (const value of values) {
        if (weigh(value, call.run.budget.take)) throw new Stopped('a table holds itself, and goes on without end');
      }
      return made.call(values, call);
    },
  };
}

/** Takes a step for each value in a value, and says whether one of its tables holds itself. */
export function weigh(value: Value, take: (steps: number) => void): boolean {
  if (value.kind !== 'map' && value.kind !== 'list') return false;
  const open: (Value | Table['entries'])[] = [value];
  /** The tables that what is looked at lies in. */
  const around = new Set<Table['entries']>();
  for (let one = open.pop(); one; one = open.pop()) {
    if (one instanceof Map) around.delete(one);
    // Bytes of a file are one value.
    else if (one.kind === 'list' && one.type !== '[]uint8') {
      take(one.items.length);
      for (const item of one.items) if (item.kind === 'map' || item.kind === 'list') open.push(item);
    } else if (one.kind === 'map') {
      const { entries } = one;
      if (around.has(entries)) return true;
      take(entries.size);
      around.add(entries);
      open.push(entries);
      for (const item of entries.values()) if (item.kind === 'map' || item.kind === 'list') open.push(item);
    }
  }
  return false;
}
