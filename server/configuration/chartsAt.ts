import { isReleaseName, longestReleaseName } from '../manifests/objects/releaseName';
import type { ConfiguredChart } from './configuration';
import { chartKeys } from './configurationKeys';
import { entriesAt, itemsAt, namesOf, type Report, textAt, textsAt, valuesOf } from './expectations';
import { globFault } from './globs';
import { describeWritten, type WrittenValue } from './written';

/** The ways in which charts are used, as far as they can be meant. */
export function chartsAt(value: WrittenValue | undefined, report: Report): ConfiguredChart[] {
  return itemsAt(value, 'a list of charts', report).flatMap((item, index): ConfiguredChart[] => {
    const written = valuesOf(item, namesOf(chartKeys), 'reported', report);
    const chart = chartAt(written.get('chart'), report);
    const use = {
      index,
      release: nameAt(written.get('release'), releaseName, report),
      namespace: nameAt(written.get('namespace'), namespaceName, report),
      values: valuesFilesAt(written.get('values'), report),
      set: settingsAt(written.get('set'), report),
    };
    if (item.kind !== 'mapping') return [];
    if (!written.has('chart')) report(item, 'the key "chart" is missing, so nobody knows which chart it is for');
    return chart === undefined ? [] : [{ chart, ...use }];
  });
}

function chartAt(value: WrittenValue | undefined, report: Report): string | undefined {
  const glob = textAt(value, 'a glob', report);
  const fault = glob === undefined ? undefined : globFault(glob);
  if (value === undefined || fault === undefined) return glob;
  report(value, `${describeWritten(value)} ${fault}`, { isOnlyOurs: true });
  return undefined;
}

interface NameRule {
  readonly noun: string;
  readonly longest: number;
  readonly isLegal: (name: string) => boolean;
}

const releaseName: NameRule = {
  noun: 'the name of a release',
  longest: longestReleaseName,
  isLegal: isReleaseName,
};

const namespaceName: NameRule = {
  noun: 'the name of a namespace',
  longest: 63,
  isLegal: (name) => name.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name),
};

function nameAt(
  value: WrittenValue | undefined,
  { noun, longest, isLegal }: NameRule,
  report: Report,
): string | undefined {
  const name = textAt(value, noun, report);
  if (value === undefined || name === undefined || isLegal(name)) return name;
  const legal = `at most ${longest} small letters, digits and "-", with a letter or a digit at both ends`;
  report(value, `${describeWritten(value)} is not ${noun}: write ${legal}`, { isOnlyOurs: true });
  return undefined;
}

function valuesFilesAt(value: WrittenValue | undefined, report: Report): string[] {
  return textsAt(value, { list: 'a list of values files', item: 'a path' }, report, (item, path) => {
    const fault = pathFault(path);
    return fault === undefined ? undefined : `${describeWritten(item)} ${fault}`;
  });
}

function pathFault(path: string): string | undefined {
  if (path.trim() === '') return 'names no file';
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return 'is an address: write the path of a file';
  if (path.includes('\\')) return 'has a backslash: write "/" between folders';
  if (/^(?:\/|[A-Za-z]:|~)/.test(path)) return "is absolute: values files are named from the chart's folder";
  return undefined;
}

/** Single values as `--set` takes them. */
function settingsAt(value: WrittenValue | undefined, report: Report): string[] {
  return entriesAt(value, 'a mapping of keys such as "image.tag" to values', report).flatMap(
    ({ name, value: below }) => {
      if (below.kind === 'text' || below.kind === 'number or boolean')
        return [`${name}=${withoutSeparators(below.text)}`];
      report(below, `this must be a single value, but it is ${describeWritten(below)}`);
      return [];
    },
  );
}

/** A comma would begin the next key, but for one in a list such as `{a,b}`. */
function withoutSeparators(text: string): string {
  return text.startsWith('{') ? text : text.replace(/(\\.)|,/g, (_, escaped) => escaped ?? '\\,');
}
