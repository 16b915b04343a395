import { readValues } from '../charts/chart/readValues';
import { Fault } from '../charts/go/fault';
import type { SourceFile, Spot } from '../charts/origins/source';
import type { Table, Value } from '../charts/values/value';

/** A values file as a table; undefined for one that can't be read. */
function tableOf(file: SourceFile): Table | undefined {
  try {
    return readValues(file);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** The key that a path of a values file ends with, where it is written; for an item of a list what stands there first. */
export function keyAt(file: SourceFile, path: readonly string[]): Spot | undefined {
  let value: Value | undefined = tableOf(file);
  let found: Spot | undefined;
  for (const step of path) {
    if (value?.kind === 'map') {
      const key = value.keys.get(step);
      found = key?.kind === 'spot' ? key : undefined;
      value = value.entries.get(step);
    } else if (value?.kind === 'list') {
      value = value.items[Number(step)];
      found = value && firstSpot(value);
    } else return undefined;
  }
  return found;
}

function firstSpot(value: Value): Spot | undefined {
  const [first] = value.kind === 'map' ? value.keys.values() : [value.source];
  return first?.kind === 'spot' ? first : undefined;
}
