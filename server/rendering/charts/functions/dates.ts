import { Fault } from '../go/fault';
import { parseInt64 } from '../go/numbers';
import { durationText } from '../go/printValue';
import { quoted } from '../go/quote';
import { formatMoment, type Moment, parseMoment, zoneOffset } from '../go/time';
import { madeOf, type Source } from '../origins/source';
import { int, type Method, sourceOf, struct, type Text, text, type Value } from '../values/value';
import { anyAt, define, type Family, textAt } from './define';
import { parseDuration, roundedDuration } from './durations';

const type = 'time.Time';

/** The day that stands for today: nobody can know which it will be. */
const today: Moment = { seconds: 1_136_214_245n, nanoseconds: 0, zone: 'UTC' };
const zero: Moment = { seconds: -62_135_596_800n, nanoseconds: 0, zone: 'UTC' };

function unknownDay(of: Source | undefined): Source {
  return { kind: 'unknown', of };
}

/** A time as templates see it. */
function timeValue(moment: Moment, source: Source | undefined): Value {
  const shown = (layout: string) => formatMoment(moment, layout);
  const number = (value: bigint | number, kind: 'int' | 'int64' = 'int'): Method => ({
    parameters: [],
    call: () => int(value, kind, source),
  });
  const methods = new Map<string, Method>([
    ['Unix', number(moment.seconds, 'int64')],
    ['UnixNano', number(moment.seconds * 1_000_000_000n + BigInt(moment.nanoseconds), 'int64')],
    ['Year', number(Number(shown('2006')))],
    ['Day', number(Number(shown('2')))],
    ['Hour', number(Number(shown('15')))],
    ['Minute', number(Number(shown('4')))],
    ['Second', number(Number(shown('5')))],
    ['YearDay', number(Number(shown('002')))],
    ['Month', { parameters: [], call: () => text(shown('January'), source) }],
    ['Weekday', { parameters: [], call: () => text(shown('Monday'), source) }],
    ['Format', { parameters: ['string'], call: (values) => text(shown(textAt(values, 0).text), source) }],
    ['UTC', { parameters: [], call: () => timeValue({ ...moment, zone: 'UTC' }, source) }],
    ['String', { parameters: [], call: () => text(shown(stringLayout), source) }],
  ]);
  return struct(
    type,
    {},
    {
      methods,
      asText: () => shown(stringLayout),
      asValue: () => text(shown('2006-01-02T15:04:05.999999999Z07:00'), source),
      inner: moment,
      source,
    },
  );
}

const stringLayout = '2006-01-02 15:04:05.999999999 -0700 MST';

/** The time that a value is to the functions of dates; what is none is now. */
function momentOf(value: Value): { moment: Moment; source: Source | undefined } {
  if (value.kind === 'struct' && value.type === type) return { moment: value.inner as Moment, source: value.source };
  if (value.kind === 'int' && value.type !== 'uint8') {
    return { moment: { seconds: value.value, nanoseconds: 0, zone: 'UTC' }, source: madeOf([value.source]) };
  }
  return { moment: today, source: unknownDay(value.source) };
}

function dated(layout: string, value: Value, zone: string): Text {
  const { moment, source } = momentOf(value);
  const known = zoneOffset(zone, moment.seconds) === undefined ? 'UTC' : zone;
  return text(formatMoment({ ...moment, zone: known }, layout), source);
}

function modified(values: readonly Value[], must: boolean): Value {
  const by = parseDuration(textAt(values, 0).text);
  const { moment, source } = momentOf(anyAt(values, 1));
  if (by === undefined) {
    if (must) throw new Fault(`time: invalid duration ${quoted(textAt(values, 0).text)}`);
    return anyAt(values, 1);
  }
  const whole = moment.seconds * 1_000_000_000n + BigInt(moment.nanoseconds) + by;
  const seconds = whole / 1_000_000_000n - (whole % 1_000_000_000n < 0n ? 1n : 0n);
  return timeValue({ ...moment, seconds, nanoseconds: Number(whole - seconds * 1_000_000_000n) }, source);
}

const date = define('string, any, string', (values) =>
  dated(textAt(values, 0).text, anyAt(values, 1), textAt(values, 2).text),
);
const modify = define('string, time', (values) => modified(values, false));
const mustModify = define('string, time', (values) => modified(values, true));
const htmlLayout = '2006-01-02';

/** Sprig's functions of dates. */
export const dates: Family = {
  now: define('', () => timeValue(today, unknownDay(undefined))),
  date: define('string, any', (values) => dated(textAt(values, 0).text, anyAt(values, 1), 'Local')),
  dateInZone: date,
  date_in_zone: date,
  htmlDate: define('any', (values) => dated(htmlLayout, anyAt(values, 0), 'Local')),
  htmlDateInZone: define('any, string', (values) => dated(htmlLayout, anyAt(values, 0), textAt(values, 1).text)),
  dateModify: modify,
  date_modify: modify,
  mustDateModify: mustModify,
  must_date_modify: mustModify,
  ago: define('any', (values) => text('0s', unknownDay(sourceOf(values)))),
  toDate: define('string, string', (values) => {
    const [layout, written] = [textAt(values, 0).text, textAt(values, 1)];
    return timeValue(parseMoment(layout, written.text) ?? zero, madeOf([written.source]));
  }),
  mustToDate: define('string, string', (values) => {
    const [layout, written] = [textAt(values, 0).text, textAt(values, 1)];
    const moment = parseMoment(layout, written.text);
    if (moment) return timeValue(moment, madeOf([written.source]));
    const [first, second] = [quoted(written.text), quoted(layout)];
    throw new Fault(`parsing time ${first} as ${second}: cannot parse ${first} as ${second}`);
  }),
  unixEpoch: define('time', (values) => {
    const { moment, source } = momentOf(anyAt(values, 0));
    return text(String(moment.seconds), source);
  }),
  duration: define('any', (values) => {
    const value = anyAt(values, 0);
    const seconds =
      value.kind === 'string'
        ? (parseInt64(value.text) ?? 0n)
        : value.kind === 'int' && value.type === 'int64'
          ? value.value
          : 0n;
    return text(durationText(BigInt.asIntN(64, seconds * 1_000_000_000n)), madeOf([value.source]));
  }),
  durationRound: define('any', (values) => {
    const value = anyAt(values, 0);
    if (value.kind === 'struct' && value.type === type) return text('0s', unknownDay(value.source));
    const nanoseconds =
      value.kind === 'string'
        ? (parseDuration(value.text) ?? 0n)
        : value.kind === 'int' && value.type === 'int64'
          ? value.value
          : 0n;
    return text(roundedDuration(nanoseconds), madeOf([value.source]));
  }),
};
