import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, riskyPod, seaworthy, textOf } from './seaworthy';

const cases = path.resolve(__dirname, '../../../shared/cases/attack');

/** A fresh folder with what an archive of the cases holds. */
function unpacked(name: string): string {
  const folder = folderWith({});
  const { status, stderr } = spawnSync('tar', ['xf', path.join(cases, name), '-C', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return folder;
}

describe('attacks on the command line', function () {
  this.timeout(60_000);

  before(function () {
    if (!existsSync(cases)) this.skip();
  });

  it('through a link lead --fix nowhere', () => {
    const folder = unpacked('10-symlink-outside.tar');
    const before = textOf(folder, 'outside.yaml');
    const mode = statSync(path.join(folder, 'repo/x.yaml')).mode;
    const { code, err } = seaworthy(path.join(folder, 'repo'), ['lint', '--fix', '--harden', 'restricted']);
    assert.equal(code, 2);
    assert.match(err, /^seaworthy: link\.yaml: leads through a link to .*outside\.yaml, outside of the folder/m);
    assert.equal(textOf(folder, 'outside.yaml'), before);
    assert.ok(lstatSync(path.join(folder, 'repo/link.yaml')).isSymbolicLink());
    assert.notEqual(textOf(folder, 'repo/x.yaml'), before);
    assert.equal(statSync(path.join(folder, 'repo/x.yaml')).mode, mode);
  });

  it('by line ends, marks, tags, merges and comments of a template hide nothing', () => {
    const hidden = readdirSync(cases).filter((name) => /^0[23]-.*\.yaml$/.test(name));
    assert.equal(hidden.length, 8);
    const folder = folderWith({});
    for (const name of hidden) copyFileSync(path.join(cases, name), path.join(folder, name));
    const { out } = seaworthy(folder, ['lint', ...atBaseline, '--format', 'json']);
    const reports: { path: string; findings: { rule: string }[] }[] = JSON.parse(out);
    assert.deepEqual(
      reports.map((report) => report.path),
      hidden.sort(),
    );
    for (const { path: file, findings } of reports) {
      const found = new Set(findings.map(({ rule }) => rule));
      assert.ok(found.has('host-pid') && !found.has('yaml-syntax'), `${file}: ${[...found]}`);
    }
  });

  it('by a configuration of 30,000 keys stop nobody', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    copyFileSync(path.join(cases, '07-config-30000-keys.yaml'), path.join(folder, '.seaworthy.yaml'));
    const { code, err, out } = seaworthy(folder, ['lint', ...atBaseline]);
    assert.equal(code, 2);
    assert.equal(err.match(/there is no such key/g)?.length, 30_000);
    assert.match(out, /2 errors/);
  });

  it('find no output that repeats a secret', () => {
    const folder = folderWith({});
    copyFileSync(path.join(cases, '05-secrets-in-excerpts.yaml'), path.join(folder, 'pod.yaml'));
    for (const format of ['pretty', 'json', 'sarif', 'github']) {
      const { out, err } = seaworthy(folder, ['lint', '--profile', 'all', '--format', format]);
      assert.match(out, /secret-in-args/);
      assert.doesNotMatch(out + err, /Zq7|LmNpQ|3f2504e0|9f86d081/, format);
    }
    const { out, err } = seaworthy(folder, ['lint', '--profile', 'all', '--diff', '--harden', 'restricted']);
    assert.match(err, /^seaworthy: pod\.yaml: the diff leaves out the changes? at line/m);
    assert.doesNotMatch(out + err, /Zq7|LmNpQ|3f2504e0|9f86d081/);
  });
});
