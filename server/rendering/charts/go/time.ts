/** A moment, and the zone that it is shown in. */
export interface Moment {
  readonly seconds: bigint;
  readonly nanoseconds: number;
  readonly zone: string;
}

/** What a clock shows. */
interface Shown {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly abbreviation: string;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The minutes that a zone is east of UTC at a moment, or nothing if there is no such zone. */
export function zoneOffset(zone: string, seconds: bigint): number | undefined {
  if (zone === '' || zone === 'UTC' || zone === 'Local') return 0;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(new Date(Number(seconds) * 1000));
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return Math.round(local / 60_000 - Number(seconds) / 60);
  } catch {
    return undefined;
  }
}

function shown({ seconds, zone }: Moment): Shown {
  const offset = zoneOffset(zone, seconds) ?? 0;
  const date = new Date((Number(seconds) + offset * 60) * 1000);
  const isUtc = zone === '' || zone === 'UTC' || zone === 'Local';
  const named = isUtc ? 'UTC' : abbreviationOf(zone, seconds);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    offset,
    abbreviation: named,
  };
}

function abbreviationOf(zone: string, seconds: bigint): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  const name = format.formatToParts(new Date(Number(seconds) * 1000)).find(({ type }) => type === 'timeZoneName');
  return name?.value ?? zone;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

// Go's layouts, the longest names first; a name isn't one where a small letter follows "Jan".
const layoutParts =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|-07:00:00|-070000|-07:00|-0700|-07|Z07:00:00|Z070000|Z07:00|Z0700|Z07|[.,]0+(?!\d)|[.,]9+(?!\d)|002|__2|_2006|_2|01|02|03|04|05|06|15|PM|pm|1|2|3|4|5/g;

/** `time.Time.Format`. */
export function formatMoment(moment: Moment, layout: string): string {
  const at = shown(moment);
  return layout.replace(layoutParts, (part) => formatPart(at, moment, part));
}

function formatPart(at: Shown, moment: Moment, part: string): string {
  switch (part) {
    case 'January':
      return months[at.month] ?? '';
    case 'Jan':
      return (months[at.month] ?? '').slice(0, 3);
    case 'Monday':
      return weekdays[at.weekday] ?? '';
    case 'Mon':
      return (weekdays[at.weekday] ?? '').slice(0, 3);
    case 'MST':
      return at.abbreviation;
    case '2006':
      return String(at.year).padStart(4, '0');
    case '_2006':
      return `_${String(at.year).padStart(4, '0')}`;
    case '06':
      return two(at.year % 100);
    case '01':
      return two(at.month + 1);
    case '1':
      return String(at.month + 1);
    case '02':
      return two(at.day);
    case '_2':
      return String(at.day).padStart(2, ' ');
    case '2':
      return String(at.day);
    case '002':
      return String(dayOfYear(at)).padStart(3, '0');
    case '__2':
      return String(dayOfYear(at)).padStart(3, ' ');
    case '15':
      return two(at.hour);
    case '03':
      return two(at.hour % 12 || 12);
    case '3':
      return String(at.hour % 12 || 12);
    case '04':
      return two(at.minute);
    case '4':
      return String(at.minute);
    case '05':
      return two(at.second);
    case '5':
      return String(at.second);
    case 'PM':
      return at.hour >= 12 ? 'PM' : 'AM';
    case 'pm':
      return at.hour >= 12 ? 'pm' : 'am';
    default:
      return /^[.,]/.test(part) ? fraction(moment, part) : zone(at.offset, part);
  }
}

function dayOfYear({ year, month, day }: Shown): number {
  return Math.round((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

function fraction({ nanoseconds }: Moment, part: string): string {
  const digits = String(nanoseconds)
    .padStart(9, '0')
    .slice(0, part.length - 1);
  if (part.includes('0')) return part.charAt(0) + digits;
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '' : part.charAt(0) + kept;
}

function zone(offset: number, part: string): string {
  if (part.startsWith('Z') && offset === 0) return 'Z';
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const colon = part.includes(':') ? ':' : '';
  if (part.length === 3) return sign + two(Math.trunc(size / 60));
  const seconds = part.length > 6 ? `${colon}00` : '';
  return `${sign}${two(Math.trunc(size / 60))}${colon}${two(size % 60)}${seconds}`;
}

const readers: Readonly<Record<string, string>> = {
  '2006': '(?<year>\\d{4})',
  '06': '(?<shortYear>\\d{2})',
  '01': '(?<month>\\d{2})',
  '1': '(?<month>\\d{1,2})',
  January: `(?<monthName>${months.join('|')})`,
  Jan: `(?<monthName>${months.map((name) => name.slice(0, 3)).join('|')})`,
  Monday: `(?:${weekdays.join('|')})`,
  Mon: `(?:${weekdays.map((name) => name.slice(0, 3)).join('|')})`,
  '02': '(?<day>\\d{2})',
  _2: ' ?(?<day>\\d{1,2})',
  '2': '(?<day>\\d{1,2})',
  '15': '(?<hour>\\d{1,2})',
  '03': '(?<hour>\\d{2})',
  '3': '(?<hour>\\d{1,2})',
  '04': '(?<minute>\\d{2})',
  '4': '(?<minute>\\d{1,2})',
  '05': '(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?',
  '5': '(?<second>\\d{1,2})(?:[.,](?<fraction>\\d+))?',
  PM: '(?<half>AM|PM)',
  pm: '(?<half>am|pm)',
  MST: '(?:[A-Z]{3,4})',
};

/** `time.Parse` in UTC; nothing if the text isn't written so. */
export function parseMoment(layout: string, written: string): Moment | undefined {
  let pattern = '';
  let place = 0;
  for (const match of layout.matchAll(layoutParts)) {
    pattern += escaped(layout.slice(place, match.index));
    const [part] = match;
    pattern +=
      readers[part] ??
      (/^[.,]/.test(part)
        ? '[.,](?<fraction>\\d+)'
        : part.startsWith('Z')
          ? '(?<zone>Z|[+-]\\d{2}:?\\d{2})'
          : '(?<zone>[+-]\\d{2}(?::?\\d{2})?)');
    place = match.index + part.length;
  }
  let groups: Readonly<Record<string, string | undefined>> | undefined;
  try {
    groups = new RegExp(`^${pattern}${escaped(layout.slice(place))}$`).exec(written)?.groups;
  } catch {
    return undefined;
  }
  return groups && momentOf(groups);
}

function momentOf(groups: Readonly<Record<string, string | undefined>>): Moment | undefined {
  const number = (name: string, otherwise: number) => (groups[name] === undefined ? otherwise : Number(groups[name]));
  const short = groups.shortYear;
  const year = short === undefined ? number('year', 0) : Number(short) + (Number(short) >= 69 ? 1900 : 2000);
  const named = groups.monthName;
  const month = named === undefined ? number('month', 1) : months.findIndex((name) => name.startsWith(named)) + 1;
  const day = number('day', 1);
  let hour = number('hour', 0);
  const half = groups.half?.toLowerCase();
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const [minute, second] = [number('minute', 0), number('second', 0)];
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(groups.zone ?? '') ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const nanoseconds = Number((groups.fraction ?? '').padEnd(9, '0').slice(0, 9));
  return { seconds: BigInt(date.getTime() / 1000) - BigInt(offset * 60), nanoseconds, zone: 'UTC' };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
