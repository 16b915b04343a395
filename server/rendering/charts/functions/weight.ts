import type { GoFunction } from '../evaluation/run';
import type { Value } from '../values/value';
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
      for (const value of values) weigh(value, call.run.budget.take);
      return made.call(values, call);
    },
  };
}

/** Takes a step for each value in a value. */
export function weigh(value: Value, take: (steps: number) => void): void {
  if (value.kind !== 'map' && value.kind !== 'list') return;
  const open: Value[] = [value];
  for (let one = open.pop(); one; one = open.pop()) {
    // Bytes of a file are one value.
    if (one.kind === 'list' && one.type === '[]uint8') continue;
    if (one.kind === 'list') {
      take(one.items.length);
      for (const item of one.items) if (item.kind === 'map' || item.kind === 'list') open.push(item);
    } else if (one.kind === 'map') {
      take(one.entries.size);
      for (const item of one.entries.values()) if (item.kind === 'map' || item.kind === 'list') open.push(item);
    }
  }
}
