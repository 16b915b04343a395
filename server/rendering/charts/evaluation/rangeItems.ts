import { printed } from '../go/print';
import { sortedKeys } from '../go/sortedKeys';
import { madeOf } from '../origins/source';
import { int, keySourceOf, missing, text, type Value } from '../values/value';
import { fail } from './failure';
import { held } from './fields';
import type { State } from './run';

/** One turn of a `range`. */
export interface Turn {
  readonly key: Value;
  readonly item: Value;
}

/** What a `range` goes over. Keys that are added while it does aren't visited. */
export function rangeItems(state: State, value: Value): Iterable<Turn> {
  switch (value.kind) {
    case 'nil':
      return [];
    case 'list':
      return value.items.map((item, index) => ({
        key: int(index, 'int', madeOf([item.source])),
        item: held(item, value),
      }));
    case 'map':
      return sortedKeys(value).map((key) => {
        const item = held(value.entries.get(key), value);
        return { key: text(key, keySourceOf(value, key)), item };
      });
    case 'int':
      return counted(value);
    default:
      return fail(state, `range can't iterate over ${printed(value).text}`);
  }
}

function* counted(value: Extract<Value, { kind: 'int' }>): Iterable<Turn> {
  for (let number = 0n; number < value.value; number++) {
    yield { key: missing, item: int(number, value.type, madeOf([value.source])) };
  }
}
