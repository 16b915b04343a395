import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, hardenedPod, program, riskyPod, seaworthy, textOf } from './seaworthy';

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

  it('replaces nothing that is no baseline, and leads nowhere else', function () {
    const folder = folderWith({
      'in/pod.yaml': riskyPod,
      'in/values.json': '{"version": 2}',
      'in/empty.json': '',
      'out.json': '',
    });
    const inside = path.join(folder, 'in');
    for (const name of ['pod.yaml', 'values.json', 'empty.json']) {
      const before = textOf(inside, name);
      const { code, out, err } = seaworthy(inside, [...lint, '--write-baseline', '--baseline', name]);
      assert.deepEqual(
        { code, out, err },
        { code: 2, out: '', err: `seaworthy: ${name}: is there and is no baseline, so it was left alone\n` },
      );
      assert.equal(textOf(inside, name), before);
    }
    if (process.platform === 'win32') this.skip();
    symlinkSync('../out.json', path.join(inside, file));
    assert.equal(seaworthy(inside, [...lint, '--write-baseline']).code, 2);
    writeFileSync(path.join(folder, 'out.json'), '{"version": 1, "files": {}}');
    const { code, err } = seaworthy(inside, [...lint, '--write-baseline']);
    assert.equal(code, 2);
    assert.match(err, /leads through a link to .*out\.json, outside of the folder/);
    assert.equal(textOf(folder, 'out.json'), '{"version": 1, "files": {}}');
    rmSync(path.join(folder, 'out.json'));
    assert.equal(seaworthy(inside, [...lint, '--write-baseline']).code, 2);
    assert.ok(!existsSync(path.join(folder, 'out.json')));
  });

  it('that a configuration names lies in the repository, else in the folder, links followed', function () {
    if (process.platform === 'win32') this.skip();
    const names = ['../../out.json', '../link.json', '../up/out.json', '../none.json', '../pipe', '../large.json', '.'];
    const others = ['/dev/zero', '\\\\server\\share\\x.json', '//server/share/x.json', 'C:/x.json'];
    const known = '{"version": 1, "files": {}}';
    for (const isRepository of [true, false]) {
      const folder = folderWith({
        ...(isRepository && { 'repo/.git/HEAD': '' }),
        'out.json': known,
        'repo/large.json': `${known}${' '.repeat(5 * 1024 * 1024)}`,
      });
      const repository = path.join(folder, 'repo');
      symlinkSync('../out.json', path.join(repository, 'link.json'));
      symlinkSync('..', path.join(repository, 'up'));
      execFileSync('mkfifo', [path.join(repository, 'pipe')]);
      const hostile = [...names, ...others];
      for (const [index, name] of hostile.entries()) {
        const below = path.join(repository, String(index));
        mkdirSync(below);
        writeFileSync(path.join(below, '.seaworthy.yaml'), `profile: baseline\nbaseline: '${name}'\n`);
        writeFileSync(path.join(below, 'pod.yaml'), riskyPod);
      }
      const { code, out, err } = seaworthy(repository, ['lint']);
      assert.equal(code, 2);
      for (const [index, name] of hostile.entries()) {
        assert.ok(err.includes(`${index}/.seaworthy.yaml:2:11: error: baseline: ${JSON.stringify(name)} `), err);
      }
      assert.match(out, new RegExp(`^${hostile.length * 2} errors`, 'm'));
    }
  });

  it('that the command line names is taken as given, a pipe too', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'in/pod.yaml': riskyPod });
    const inside = path.join(folder, 'in');
    seaworthy(inside, [...lint, '--write-baseline', '--baseline', '../known.json']);
    writeFileSync(path.join(inside, '.seaworthy.yaml'), 'profile: baseline\nbaseline: ../known.json\n');
    assert.equal(seaworthy(inside, ['lint']).code, 2);
    assert.equal(seaworthy(inside, ['lint', '--baseline', '../known.json']).code, 0);
    symlinkSync('../known.json', path.join(inside, 'link.json'));
    assert.equal(seaworthy(inside, ['lint', '--baseline', 'link.json']).err, '');
    const piped = '"$0" "$1" lint --baseline <(cat ../known.json)';
    const options = { cwd: inside, encoding: 'utf8' as const };
    assert.equal(spawnSync('bash', ['-c', piped, process.execPath, program], options).stderr, '');
  });

  it('of a configuration above the folder that is linted counts', () => {
    const folder = folderWith({
      '.seaworthy.yaml': 'profile: baseline\nbaseline: known/all.json\n',
      'known/all.json': '{"version": 1, "files": {}}',
      'a/b/pod.yaml': riskyPod,
    });
    const findings = (): number => seaworthy(path.join(folder, 'a/b'), ['lint']).code ?? -1;
    assert.equal(findings(), 1);
    seaworthy(folder, ['lint', '--write-baseline', '--baseline', 'known/all.json']);
    assert.equal(findings(), 0);
  });

  it('is not written together with fixes', () => {
    const { code, err } = seaworthy(folderWith({}), ['lint', '--write-baseline', '--fix']);
    assert.equal(code, 2);
    assert.match(err, /goes with neither --fix nor --diff/);
  });
});
