import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, hardenedPod, riskyPod, seaworthy, textOf } from './seaworthy';

const lint = ['lint', ...atBaseline];
const file = '.seaworthy-baseline.json';

describe('A baseline', function () {
  this.timeout(30_000);

  it('keeps quiet what was there when it was written, and nothing that comes later', () => {
    const folder = folderWith({ 'deploy/pod.yaml': riskyPod });
    const written = seaworthy(folder, [...lint, '--write-baseline']);
    assert.equal(written.code, 0);
    assert.equal(
      written.out,
      `2 findings are kept quiet by ${file} (version 2); name it as "baseline" in .seaworthy.yaml\n`,
    );
    assert.equal(seaworthy(folder, lint).code, 1);
    assert.equal(seaworthy(folder, [...lint, '--baseline', file]).code, 0);
    writeFileSync(path.join(folder, '.seaworthy.yaml'), `baseline: ${file}\n`);
    assert.equal(seaworthy(folder, lint).code, 0);
    assert.equal(seaworthy(path.join(folder, 'deploy'), lint).code, 0);

    writeFileSync(
      path.join(folder, 'deploy/pod.yaml'),
      `# moved\n${riskyPod}`.replace('spec:\n', 'spec:\n  hostPID: true\n'),
    );
    const { code, out } = seaworthy(folder, [...lint, '--format', 'json']);
    assert.equal(code, 1);
    const [found]: { findings: { rule: string }[] }[] = JSON.parse(out);
    assert.deepEqual(
      found?.findings.map(({ rule }) => rule),
      ['host-pid'],
    );
  });

  it('is the same however often it is written, and its findings are not fixed', () => {
    const folder = folderWith({ 'b.yaml': riskyPod, 'a.yaml': riskyPod, 'sound.yaml': hardenedPod });
    seaworthy(folder, [...lint, '--write-baseline']);
    const before = textOf(folder, file);
    seaworthy(folder, [...lint, '--write-baseline']);
    assert.equal(textOf(folder, file), before);
    assert.deepEqual(Object.keys(JSON.parse(before).files), ['a.yaml', 'b.yaml']);
    seaworthy(folder, [...lint, '--baseline', file, '--fix', '--harden', 'baseline']);
    assert.equal(textOf(folder, 'a.yaml'), riskyPod);
  });

  it('that can’t be read is told, keeps nothing quiet, and makes the run fail', () => {
    for (const [text, said] of [
      ['{', /is no JSON/],
      ['{"version": 3, "files": {}}', /is no baseline that this version can read/],
    ] as const) {
      const folder = folderWith({ 'pod.yaml': riskyPod, [file]: text });
      const { code, out, err } = seaworthy(folder, [...lint, '--baseline', file]);
      assert.equal(code, 2);
      assert.match(err, said);
      assert.match(out, /2 errors/);
    }
    const { code, err } = seaworthy(folderWith({ 'pod.yaml': riskyPod }), [...lint, '--baseline', 'none.json']);
    assert.equal(code, 2);
    assert.match(err, /none\.json.*is not there/);
  });

  it('is not written together with fixes', () => {
    const { code, err } = seaworthy(folderWith({}), ['lint', '--write-baseline', '--fix']);
    assert.equal(code, 2);
    assert.match(err, /goes with neither --fix nor --diff/);
  });
});
