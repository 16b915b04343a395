import type { Call } from '../evaluation/run';
import { compareBytes } from '../go/bytes';
import { Fault, nilPointer } from '../go/fault';
import { kindName } from '../go/typeNames';
import { anyList, bool, type List, list, missing, nullList, sourceOf, type Value } from '../values/value';
import { toInt64, toText } from './casts';
import { deepEqual } from './deep';
import { isEmptyValue } from './defaults';
import { anyAt, define, type Family, intAt, listAt } from './define';
import { textsOf } from './textLists';
import { looking } from './weight';

/** Functions that work on a list and say what they can't do to other things. */
function listFunction(
  verb: string,
  signature: string,
  work: (whole: List, values: readonly Value[], call: Call) => Value,
  index = 0,
) {
  return define(signature, (values, call) =>
    work(
      listAt(values, index, (kind) => `Cannot ${verb} type ${kind}`),
      values,
      call,
    ),
  );
}

/** Each function under its own name and with `must` before it. */
function both(name: string, made: ReturnType<typeof define>): Family {
  return { [name]: made, [`must${name[0]?.toUpperCase()}${name.slice(1)}`]: made };
}

const push = listFunction('push on', 'any, any', (whole, values, { run }) => {
  run.budget.take(copied(whole));
  return list([...whole.items, anyAt(values, 1)], undefined, whole.source);
});
const make = define('any...', (values) => list(values, undefined, sourceOf(values)));

/** Sprig's functions about lists. */
export const lists: Family = {
  list: make,
  tuple: make,
  ...both('append', push),
  ...both('push', push),
  ...both(
    'prepend',
    listFunction('prepend on', 'any, any', (whole, values, { run }) => {
      run.budget.take(copied(whole));
      return list([anyAt(values, 1), ...whole.items], undefined, whole.source);
    }),
  ),
  ...both(
    'first',
    listFunction('find first on', 'any', (whole) => whole.items[0] ?? missing),
  ),
  ...both(
    'last',
    listFunction('find last on', 'any', (whole) => whole.items.at(-1) ?? missing),
  ),
  ...both(
    'rest',
    listFunction('find rest on', 'any', (whole) => orNil(whole, whole.items.slice(1))),
  ),
  ...both(
    'initial',
    listFunction('find initial on', 'any', (whole) => orNil(whole, whole.items.slice(0, -1))),
  ),
  ...both(
    'reverse',
    listFunction('find reverse on', 'any', (whole) => plain(whole, [...whole.items].reverse())),
  ),
  ...looking(
    both(
      'uniq',
      listFunction('find uniq on', 'any', (whole, _, { run }) => {
        const kept: Value[] = [];
        const seen = new Set<string>();
        for (const item of whole.items) {
          // Texts are many and cheap to tell apart.
          if (item.kind === 'string') {
            if (seen.has(item.text)) continue;
            seen.add(item.text);
          } else {
            run.budget.take(kept.length);
            if (kept.some((other) => deepEqual(item, other))) continue;
          }
          kept.push(item);
        }
        return plain(whole, kept);
      }),
    ),
  ),
  ...looking(
    both(
      'without',
      listFunction('find without on', 'any, any...', (whole, values) => {
        const left = values.slice(1);
        return plain(
          whole,
          whole.items.filter((item) => !left.some((one) => deepEqual(one, item))),
        );
      }),
    ),
  ),
  ...looking(
    both(
      'has',
      define('any, any', (values) => {
        if (anyAt(values, 1).kind === 'nil') return bool(false, sourceOf(values));
        const whole = listAt(values, 1, (kind) => `Cannot find has on type ${kind}`);
        return bool(
          whole.items.some((item) => deepEqual(anyAt(values, 0), item)),
          sourceOf(values),
        );
      }),
    ),
  ),
  ...both(
    'slice',
    define('any, any...', (values) => {
      const whole = listAt(values, 0, (kind) => `list should be type of slice or array but ${kind}`);
      if (whole.items.length === 0) return missing;
      const start = values.length > 1 ? Number(toInt64(anyAt(values, 1))) : 0;
      const end = values.length > 2 ? Number(toInt64(anyAt(values, 2))) : whole.items.length;
      if (start < 0 || end < start || end > whole.items.length)
        throw new Fault('reflect.Value.Slice: slice index out of bounds');
      return list(whole.items.slice(start, end), whole.type, whole.source);
    }),
  ),
  ...both(
    'chunk',
    define('int, any', (values) => {
      const whole = listAt(values, 1, (kind) => `Cannot chunk type ${kind}`);
      return chunked(whole, Number(intAt(values, 0).value));
    }),
  ),
  mustCompact: define('any', (values) => {
    const whole = listAt(values, 0, (kind) => `Cannot compact on type ${kind}`);
    return plain(
      whole,
      whole.items.filter((item) => !isEmptyValue(item)),
    );
  }),
  concat: define('any...', (values, { run }) => {
    for (const value of values) if (value.kind === 'list') run.budget.take(value.items.length);
    const items = values.flatMap((value) => {
      if (value.kind === 'list') return value.items;
      if (value.kind === 'nil') throw nilPointer();
      throw new Fault(`Cannot concat type ${kindName(value)} as list`);
    });
    return items.length === 0 ? nullList(anyList, sourceOf(values)) : list(items, undefined, sourceOf(values));
  }),
  sortAlpha: define('any', (values) => {
    const [whole] = values;
    if (whole?.kind !== 'list') return list([toText(anyAt(values, 0))], '[]string', sourceOf(values));
    const sorted = [...textsOf(whole)].sort((one, other) => compareBytes(one.text, other.text));
    return list(sorted, '[]string', whole.source);
  }),
  toStrings: define('any', (values) => list(textsOf(anyAt(values, 0)), '[]string', sourceOf(values))),
};

/** The steps that copying a list is worth. */
function copied({ items }: List): number {
  return items.length >> 4;
}

/** What is left of an empty list is a nil slice. */
function orNil(whole: List, items: readonly Value[]): Value {
  return whole.items.length === 0 ? nullList(anyList, whole.source) : plain(whole, items);
}

function plain(whole: List, items: readonly Value[]): List {
  return list(items, undefined, whole.source);
}

function chunked(whole: List, size: number): Value {
  const { items } = whole;
  if (size <= 0) throw new Fault('runtime error: makeslice: len out of range');
  const count = Math.floor((items.length - 1) / size) + 1;
  const chunks: Value[] = [];
  for (let index = 0; index < count; index++) {
    chunks.push(list(items.slice(index * size, (index + 1) * size), undefined, whole.source));
  }
  return list(chunks, '[][]interface {}', whole.source);
}
