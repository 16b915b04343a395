import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, seaworthy } from './seaworthy';

const cases = path.resolve(__dirname, '../../../shared/cases/reports');

interface Found {
  readonly rule: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Situations that users of linters and editors have reported in public; the first line of each says what is expected. */
describe('a situation that somebody has reported', function () {
  this.timeout(120_000);
  // They are beside the checkout only where Seaworthy is developed.
  const names = existsSync(cases) ? readdirSync(cases).filter((name) => !name.endsWith('.expect')) : [];
  const expected = names.flatMap((name) => {
    const words = expectationOf(name);
    return words === undefined ? [] : [{ name, words }];
  });
  let found: ReadonlyMap<string, readonly Found[]> = new Map();

  before(function () {
    if (expected.length === 0) this.skip();
    found = findingsAlone(expected.map(({ name }) => name));
  });

  for (const { name, words } of expected) {
    it(`is judged as expected: ${name}`, () => {
      assert.deepEqual(unmet(words, found.get(name) ?? []), []);
    });
  }
});

/** What a case expects, as words; undefined where that is more than a list of findings. */
function expectationOf(name: string): string | undefined {
  const beside = path.join(cases, `${name}.expect`);
  const text = readFileSync(existsSync(beside) ? beside : path.join(cases, name), 'utf8').replace(/^\uFEFF/, '');
  const [line = ''] = text.split(/\r?\n|\r/);
  return /^#\s*expect:([^;]*)/.exec(line)?.[1] ?? (existsSync(beside) ? line.split(' ; ')[0] : undefined);
}

/** What is found in each file, each in a folder of its own. */
function findingsAlone(names: readonly string[]): Map<string, Found[]> {
  const folder = folderWith({});
  for (const name of names) {
    mkdirSync(path.join(folder, name));
    copyFileSync(path.join(cases, name), path.join(folder, name, name));
  }
  const files = names.map((name) => `${name}/${name}`);
  const { out } = seaworthy(folder, ['lint', ...files, '--format', 'json', '--profile', 'all', '--fail-on', 'never']);
  const reports: { path: string; findings: { rule: string; start: { line: number } }[] }[] = JSON.parse(out);
  return new Map(
    reports.map(({ path: file, findings }) => [
      path.posix.basename(file),
      findings.map(({ rule, start: { line } }) => ({ rule, line })),
    ]),
  );
}

function unmet(words: string, found: readonly Found[]): string[] {
  const linesOf = (rule: string) => found.filter((finding) => finding.rule === rule).map(({ line }) => line);
  const listed = (key: string, separator: string) =>
    (new RegExp(`(?:^|\\s)${key}=(\\S+)`).exec(words)?.[1] ?? '').split(separator).filter(Boolean);
  const atLines = (key: string) =>
    listed(key, ';').flatMap((part) => {
      const [rule = '', lines = ''] = part.split(':');
      return lines.split(',').map((line) => ({ rule, line: Number(line) }));
    });
  return [
    ...listed('yes', ',')
      .filter((rule) => linesOf(rule).length === 0)
      .map((rule) => `${rule} is missing`),
    ...listed('no', ',')
      .filter((rule) => linesOf(rule).length > 0)
      .map((rule) => `${rule} is reported at ${linesOf(rule)}`),
    ...atLines('yes-lines')
      .filter(({ rule, line }) => !linesOf(rule).includes(line))
      .map(({ rule, line }) => `${rule} is missing at ${line}`),
    ...atLines('no-lines')
      .filter(({ rule, line }) => linesOf(rule).includes(line))
      .map(({ rule, line }) => `${rule} is reported at ${line}`),
    ...(/\bsilent\b/.test(words) ? found.map(({ rule, line }) => `${rule} is reported at ${line}`) : []),
  ];
}
