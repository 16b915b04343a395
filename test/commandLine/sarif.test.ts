import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import type { Log, Region, Result, Run } from 'sarif';
import { rules } from '../../server/rules/catalogue';
import { atBaseline, folderWith, hardenedPod, riskyPod, seaworthy, soundPod } from './seaworthy';

/** The schema of the standard, as the package ships it; it is written for an older draft than ajv reads. */
const { id, $schema, ...schema } = JSON.parse(
  readFileSync(
    path.join(__dirname, '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile<Log>(schema);

function sarifOf(folder: string, ...args: string[]): { readonly run: Run; readonly results: readonly Result[] } {
  const log: unknown = JSON.parse(seaworthy(folder, ['lint', ...atBaseline, '--format', 'sarif', ...args]).out);
  if (!isSarif(log)) assert.fail(JSON.stringify(isSarif.errors, undefined, 2));
  const [run] = log.runs;
  assert.ok(run);
  return { run, results: run.results ?? [] };
}

function fingerprintsOf(results: readonly Result[]): string[] {
  return results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
}

function regionOf(result: Result | undefined): Region | undefined {
  return result?.locations?.[0]?.physicalLocation?.region;
}

describe('output as SARIF', function () {
  this.timeout(30_000);

  it('follows the schema with and without findings', () => {
    assert.equal(sarifOf(folderWith({ 'pod.yaml': riskyPod, 'broken.yaml': `${soundPod}  a: [\n` })).results.length, 3);
    assert.deepEqual(sarifOf(folderWith({})).results, []);
  });

  it('gives exact regions, counted in UTF-16 units', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec: {"😀": 1, hostPID: true}\n';
    const { run, results } = sarifOf(folderWith({ 'pod.yaml': text }));
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const region = regionOf(results[0]);
    assert.deepEqual(region, { startLine: 3, startColumn: 26, endLine: 3, endColumn: 30 });
    assert.equal(text.split('\n')[2]?.slice(25, 29), 'true');
  });

  it('names files relative to the root of the repository, encoded as a URI', () => {
    const folder = folderWith({ '.git/HEAD': '', 'de ploy/größe#1.yaml': riskyPod });
    const { run, results } = sarifOf(path.join(folder, 'de ploy'));
    const location = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.deepEqual(location, { uri: 'de%20ploy/gr%C3%B6%C3%9Fe%231.yaml', uriBaseId: '%SRCROOT%' });
    const base = run.originalUriBaseIds?.['%SRCROOT%']?.uri;
    assert.equal(fileURLToPath(base ?? ''), `${folder}/`);
  });

  it('describes every rule, with its standards as tags', () => {
    const { run, results } = sarifOf(folderWith({ 'pod.yaml': riskyPod }));
    const described = run.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map((rule) => rule.id),
      rules.map((rule) => rule.id),
    );
    for (const [index, rule] of rules.entries()) {
      const found = described[index];
      assert.equal(found?.shortDescription?.text, rule.title);
      assert.equal(found?.fullDescription?.text, rule.why);
      assert.equal(found?.helpUri, rule.links[0].url);
      assert.ok(found?.help?.markdown?.includes(rule.good.trimEnd()));
      for (const standard of rule.standards) assert.ok(found?.properties?.tags?.includes(standard), standard);
    }
    const hostNetwork = described.find((rule) => rule.id === 'host-network');
    assert.deepEqual(hostNetwork?.properties?.tags, ['security', 'pss:baseline:hostNamespaces']);
    for (const { ruleId, ruleIndex } of results) assert.equal(described[ruleIndex ?? -1]?.id, ruleId);
  });

  it('knows errors, warnings and notes', () => {
    const configuration = 'rules:\n  host-network: warning\n  privileged-container: hint\n  host-pid: information\n';
    const pod = riskyPod.replace('spec:\n', 'spec:\n  hostIPC: true\n  hostPID: true\n');
    const { results } = sarifOf(folderWith({ 'pod.yaml': pod, '.seaworthy.yaml': configuration }));
    assert.deepEqual(
      results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ['host-ipc', 'error'],
        ['host-pid', 'note'],
        ['host-network', 'warning'],
        ['privileged-container', 'note'],
      ],
    );
  });

  it('gives fingerprints that stay while other parts of the file change', () => {
    const before = sarifOf(folderWith({ 'pod.yaml': riskyPod })).results;
    const moved = riskyPod
      .replace('spec:\n', 'spec:\n  # moved\n  restartPolicy: Always\n')
      .replace('    - name: web', '    - name: first\n      image: registry.example.com/first:1\n    - name: web');
    const after = sarifOf(folderWith({ 'other.yaml': `${soundPod}---\n${moved}` })).results;
    assert.deepEqual(fingerprintsOf(after), fingerprintsOf(before));
    const renamed = sarifOf(folderWith({ 'pod.yaml': riskyPod.replace('name: web', 'name: other') })).results;
    assert.notDeepEqual(fingerprintsOf(renamed), fingerprintsOf(before));
  });

  it('gives every finding of a file a fingerprint of its own', () => {
    const { results } = sarifOf(folderWith({ 'pod.yaml': `${riskyPod}---\n${riskyPod}` }));
    assert.equal(results.length, 4);
    assert.equal(new Set(fingerprintsOf(results)).size, 4);
  });

  it('gives fixes that can be applied', () => {
    const { results } = sarifOf(folderWith({ 'pod.yaml': riskyPod }));
    let text = riskyPod;
    for (const result of results.toReversed()) {
      const [fix] = result.fixes ?? [];
      assert.ok(fix?.description?.text);
      const replacements = fix.artifactChanges[0]?.replacements ?? [];
      for (const { deletedRegion, insertedContent } of replacements.toReversed()) {
        const start = offsetOf(text, deletedRegion.startLine, deletedRegion.startColumn);
        const end = offsetOf(text, deletedRegion.endLine, deletedRegion.endColumn);
        text = text.slice(0, start) + (insertedContent?.text ?? '') + text.slice(end);
      }
    }
    assert.equal(text, hardenedPod);
  });

  it('lists what could not be read', () => {
    const folder = folderWith({ 'binary.yaml': Buffer.from([0, 1]) });
    const [invocation] = sarifOf(folder).run.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, true);
    assert.deepEqual(invocation?.toolExecutionNotifications?.[0]?.message, { text: 'binary.yaml: is no text file' });
  });
});

function offsetOf(text: string, line = 0, column = 0): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
