import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, riskyPod, seaworthy } from './seaworthy';

const checkout = path.resolve(__dirname, '../..');
const corpus = path.resolve(checkout, '../shared/corpus');

interface Baseline {
  readonly version: number;
  /** By path from the folder that it was written for. */
  readonly files: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

describe('A baseline of version 1, written by Seaworthy 0.1.0,', function () {
  this.timeout(60_000);

  it('leaves nothing new in the samples but what the changelog lists under "Changes in CI"', () => {
    // It was written before charts were rendered.
    const found = rulesBeside('samples.json', path.join(checkout, 'samples'), ['--profile', 'all', '--no-render']);
    assert.deepEqual(unlisted(found), []);
  });

  it('leaves nothing new in real manifests but what the changelog lists under "Changes in CI"', function () {
    // The manifests are beside the checkout only where Seaworthy is developed.
    if (!existsSync(corpus)) this.skip();
    assert.deepEqual(unlisted(rulesBeside('corpus.json', realpathSync(corpus), [])), []);
  });

  it('becomes one of version 2 when it is written anew, which is said', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod, '.seaworthy-baseline.json': '{"version": 1, "files": {}}\n' });
    const { out } = seaworthy(folder, ['lint', '--write-baseline']);
    assert.match(out, /kept quiet by \.seaworthy-baseline\.json \(version 2\)/);
    assert.match(readFileSync(path.join(folder, '.seaworthy-baseline.json'), 'utf8'), /"version": 2/);
    assert.equal(seaworthy(folder, ['lint', '--baseline', '.seaworthy-baseline.json']).code, 0);
  });
});

/** The rules that report something in a folder that a recorded baseline doesn't know, with a place of each. */
function rulesBeside(record: string, folder: string, options: readonly string[]): Map<string, string> {
  const { version, files }: Baseline = JSON.parse(
    readFileSync(path.join(checkout, 'test/fixtures/baselines', record), 'utf8'),
  );
  const place = folderWith({});
  const moved = Object.entries(files).map(([file, rules]) => [path.relative(place, path.join(folder, file)), rules]);
  const baseline = path.join(place, 'baseline.json');
  writeFileSync(baseline, JSON.stringify({ version, files: Object.fromEntries(moved) }));
  const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))];
  const { out } = seaworthy(folder, ['lint', ...folders, ...options, '--baseline', baseline, '--format', 'json']);
  const reports: { path: string; findings: { rule: string; start: { line: number } }[] }[] = JSON.parse(out);
  const places = reports.flatMap(({ path: file, findings }) =>
    findings.map(({ rule, start }): [string, string] => [rule, `${file}:${start.line}`]),
  );
  return new Map(places);
}

function unlisted(found: ReadonlyMap<string, string>): string[] {
  const changelog = readFileSync(path.join(checkout, 'CHANGELOG.md'), 'utf8');
  const listed = /^### Changes in CI\n(.*?)^##/ms.exec(changelog)?.[1] ?? '';
  return [...found].filter(([rule]) => !listed.includes(`\`${rule}\``)).map(([rule, place]) => `${rule} at ${place}`);
}
