import { stepsOfItem } from '../evaluation/budget';
import { Fault } from '../go/fault';
import { parseInt64 } from '../go/numbers';
import { printed } from '../go/print';
import { float, int, list, sourceOf, text, type Value } from '../values/value';
import { toFloat64, toInt64 } from './casts';
import { type Decimal, decimalOf, dividedDecimals, numberOf } from './decimals';
import { anyAt, define, type Family, floatAt, numberAt, textAt } from './define';

/** Integers wrap around as Go's do. */
function whole(values: readonly Value[], value: bigint): Value {
  return int(value, 'int64', sourceOf(values));
}

function integers(values: readonly Value[]): bigint[] {
  return values.map(toInt64);
}

function real(values: readonly Value[], value: number): Value {
  return float(value, sourceOf(values));
}

function folded(values: readonly Value[], combine: (one: Decimal, other: Decimal) => Decimal): Value {
  const [first = 0, ...rest] = values.map(toFloat64);
  return real(values, numberOf(rest.map(decimalOf).reduce(combine, decimalOf(first))));
}

const plus = (one: Decimal, other: Decimal): Decimal => {
  const scale = Math.max(one.scale, other.scale);
  return { digits: scaledTo(one, scale) + scaledTo(other, scale), scale };
};
const minus = (one: Decimal, other: Decimal) => plus(one, { ...other, digits: -other.digits });
const times = (one: Decimal, other: Decimal): Decimal => ({
  digits: one.digits * other.digits,
  scale: one.scale + other.scale,
});

function scaledTo({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

function pickOne(signature: string, isBetter: (one: bigint, best: bigint) => boolean) {
  return define(signature, (values) => {
    return whole(
      values,
      integers(values).reduce((best, one) => (isBetter(one, best) ? one : best)),
    );
  });
}

const max = pickOne('any, any...', (one, best) => one > best);

/** Sprig's arithmetic. */
export const math: Family = {
  add: define('any...', (values) =>
    whole(
      values,
      integers(values).reduce((sum, one) => sum + one, 0n),
    ),
  ),
  add1: define('any', (values) => whole(values, toInt64(anyAt(values, 0)) + 1n)),
  sub: define('any, any', (values) => whole(values, toInt64(anyAt(values, 0)) - toInt64(anyAt(values, 1)))),
  mul: define('any, any...', (values) => {
    return whole(
      values,
      integers(values).reduce((product, one) => BigInt.asIntN(64, product * one)),
    );
  }),
  div: define('any, any', (values) =>
    whole(
      values,
      divided(values, (one, other) => one / other),
    ),
  ),
  mod: define('any, any', (values) =>
    whole(
      values,
      divided(values, (one, other) => one % other),
    ),
  ),
  max,
  biggest: max,
  min: pickOne('any, any...', (one, best) => one < best),
  maxf: define('any, any...', (values) => real(values, Math.max(...values.map(toFloat64)))),
  minf: define('any, any...', (values) => real(values, Math.min(...values.map(toFloat64)))),
  add1f: define('any', (values) => folded([anyAt(values, 0), int(1)], plus)),
  addf: define('any...', (values) => folded([float(0), ...values], plus)),
  subf: define('any, any...', (values) => folded(values, minus)),
  mulf: define('any, any...', (values) => folded(values, times)),
  divf: define('any, any...', (values) => folded(values, dividedDecimals)),
  floor: define('any', (values) => real(values, Math.floor(toFloat64(anyAt(values, 0))))),
  ceil: define('any', (values) => real(values, Math.ceil(toFloat64(anyAt(values, 0))))),
  round: define('any, int, float64...', (values) => {
    const limit = values.length > 2 ? floatAt(values, 2).value : 0.5;
    const power = 10 ** numberAt(values, 1);
    const digit = power * toFloat64(anyAt(values, 0));
    const rest = digit - Math.trunc(digit);
    return real(values, (rest >= limit ? Math.ceil(digit) : Math.floor(digit)) / power);
  }),
  // A number that is cast is the same digits: what prints it sees whether they stand there.
  int: define('any', (values) => int(toInt64(anyAt(values, 0)), 'int', anyAt(values, 0).source)),
  int64: define('any', (values) => int(toInt64(anyAt(values, 0)), 'int64', anyAt(values, 0).source)),
  float64: define('any', (values) => float(toFloat64(anyAt(values, 0)), anyAt(values, 0).source)),
  atoi: define('string', (values) => int(parseInt64(textAt(values, 0).text) ?? 0n, 'int', textAt(values, 0).source)),
  toDecimal: define('any', (values) => whole(values, parseInt64(printed(anyAt(values, 0)).text, 8) ?? 0n)),
  until: define('int', (values, { run }) => {
    const count = numberAt(values, 0);
    return steps(values, [0, count, count < 0 ? -1 : 1], run.budget.take);
  }),
  untilStep: define('int, int, int', (values, { run }) => {
    return steps(values, [numberAt(values, 0), numberAt(values, 1), numberAt(values, 2)], run.budget.take);
  }),
  seq: define('int...', (values, { run }) => {
    const [first = 0, second = 0, third = 0] = values.map((_, index) => numberAt(values, index));
    const range = sequence(values.length, first, second, third);
    const shown = range ? [...numbers(range, run.budget.take)].join(' ') : '';
    return text(shown, sourceOf(values));
  }),
};

function divided(values: readonly Value[], divide: (one: bigint, other: bigint) => bigint): bigint {
  const [one = 0n, other = 0n] = integers(values);
  if (other === 0n) throw new Fault('runtime error: integer divide by zero');
  return divide(one, other);
}

type Steps = readonly [start: number, stop: number, step: number];

function sequence(count: number, first: number, second: number, third: number): Steps | undefined {
  if (count === 1) return first < 1 ? [1, first - 1, -1] : [1, first + 1, 1];
  if (count === 2) return second < first ? [first, second - 1, -1] : [first, second + 1, 1];
  if (count !== 3) return undefined;
  if (third >= first) return [first, third + 1, second];
  return second > 0 ? undefined : [first, third - 1, second];
}

function steps(values: readonly Value[], range: Steps, take: (steps: number) => void): Value {
  const source = sourceOf(values);
  const items = [...numbers(range, take)].map((number) => int(number, 'int', source));
  return list(items, '[]int', source);
}

function* numbers([start, stop, step]: Steps, take: (steps: number) => void): Iterable<number> {
  if (stop < start ? step >= 0 : step <= 0) return;
  for (let number = start; stop < start ? number > stop : number < stop; number += step) {
    take(stepsOfItem);
    yield number;
  }
}
