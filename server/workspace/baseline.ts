import type { KnownFindings } from '../lint/knownFindings';
import { isObject, textsAt, valueAt } from '../unknownJson';
import type { FileText } from './files';
import { joined } from './uris';

/** The findings that are kept quiet, by their files: paths relative to the baseline's folder, `/` between folders. */
export type Baseline = ReadonlyMap<string, KnownFindings>;

/** A baseline as far as it could be read. */
export interface BaselineReading {
  readonly baseline: Baseline;
  /** Why the baseline could not be read; messages go on from its name. */
  readonly fault: string | undefined;
}

const none: Baseline = new Map();

/** The version of the fingerprints in a baseline that is written. */
export const writtenVersion = 2;

/** Reads a baseline, once somebody has read its file. A baseline that can't be read keeps nothing quiet. */
export function baselineIn(read: FileText): BaselineReading {
  if (read.state === 'text') return readBaseline(read.text);
  const fault = read.state === 'gone' ? 'is not there; write it with seaworthy lint --write-baseline' : read.reason;
  return { baseline: none, fault };
}

/** True for the text of a baseline, whatever its version. */
export function isBaseline(text: string): boolean {
  try {
    const read: unknown = JSON.parse(withoutMark(text));
    return isObject(read) && Object.hasOwn(read, 'version') && Object.hasOwn(read, 'files');
  } catch {
    return false;
  }
}

/** Reads the text of a baseline. */
function readBaseline(text: string): BaselineReading {
  let read: unknown;
  try {
    read = JSON.parse(withoutMark(text));
  } catch {
    return { baseline: none, fault: 'is no JSON; write it anew with seaworthy lint --write-baseline' };
  }
  const [files, version] = [valueAt(read, 'files'), valueAt(read, 'version')];
  if ((version !== 1 && version !== 2) || files === undefined) {
    return {
      baseline: none,
      fault: 'is no baseline that this version can read; write it anew with seaworthy lint --write-baseline',
    };
  }
  const baseline = entriesOf(files).map(([file, rules]): [string, KnownFindings] => [
    file,
    {
      version,
      rules: new Map(entriesOf(rules).map(([rule, fingerprints]) => [rule, new Set(textsAt(fingerprints))])),
    },
  ]);
  return { baseline: new Map(baseline), fault: undefined };
}

/**
 * The text of a baseline of the version that is written today, in an order that makes changes of it easy to read.
 *
 * @param baseline by path as in `Baseline`: rule id to fingerprints of that version
 */
export function baselineText(baseline: ReadonlyMap<string, KnownFindings['rules']>): string {
  const files = inOrder(baseline).flatMap(([file, rules]) => {
    const known = inOrder(rules).map(([rule, fingerprints]): [string, string[]] => [rule, [...fingerprints].sort()]);
    return known.length > 0 ? [[file, Object.fromEntries(known)]] : [];
  });
  return `${JSON.stringify({ version: writtenVersion, files: Object.fromEntries(files) }, null, 2)}\n`;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Where a baseline is that is named in a folder, with either slash. */
export function baselineUri(folder: string, named: string): string {
  return joined(folder, named.replaceAll('\\', '/'));
}
