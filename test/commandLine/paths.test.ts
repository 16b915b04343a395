import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, filesWithFindings, folderWith, riskyPod, seaworthy, soundPod } from './seaworthy';

const json = ['lint', ...atBaseline, '--format', 'json'];
const isRoot = process.getuid?.() === 0;

describe('the paths of seaworthy lint', function () {
  this.timeout(30_000);

  it('searches the current folder for YAML and JSON, and lists files by name', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { hostPID: true, containers: [] } };
    const folder = folderWith({
      'z.yaml': riskyPod,
      'a/b.yml': riskyPod,
      'a/b.YAML': riskyPod,
      'a/pod.json': JSON.stringify(pod),
      'a/spelled.json': JSON.stringify(pod).replace('"kind"', '"\\u006bind"'),
      'a/package.json': '{"name": "web", broken',
      'a/_helpers.tpl': riskyPod,
      'readme.md': riskyPod,
      'node_modules/x/pod.yaml': riskyPod,
      '.git/pod.yaml': riskyPod,
    });
    const run = seaworthy(folder, json);
    assert.equal(run.code, 1);
    assert.deepEqual(filesWithFindings(run), ['a/b.YAML', 'a/b.yml', 'a/pod.json', 'a/spelled.json', 'z.yaml']);
  });

  it('lints a named file whatever it is called, and each file once', () => {
    const folder = folderWith({ '.gitignore': 'pod.txt', 'pod.txt': riskyPod, 'x/a.yaml': riskyPod });
    const run = seaworthy(folder, [...json, 'pod.txt', 'x/a.yaml', 'x', path.join(folder, 'x/a.yaml')]);
    assert.deepEqual(filesWithFindings(run), ['pod.txt', 'x/a.yaml']);
  });

  it('asks named files to be YAML, and other files only if they hold manifests', () => {
    const folder = folderWith({ 'x/notes.yaml': 'a: [\n' });
    assert.equal(seaworthy(folder, [...json, 'x']).code, 0);
    const run = seaworthy(folder, [...json, 'x/notes.yaml']);
    assert.equal(run.code, 1);
    assert.equal(JSON.parse(run.out)[0].findings[0].rule, 'yaml-syntax');
  });

  it('names a path that does not exist, lints the others, and exits with 2', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    const run = seaworthy(folder, [...json, 'nowhere', 'pod.yaml']);
    assert.equal(run.code, 2);
    assert.equal(run.err, 'seaworthy: nowhere: does not exist\n');
    assert.deepEqual(filesWithFindings(run), ['pod.yaml']);
  });

  it('names a dangling link in a folder and goes on', () => {
    const folder = folderWith({ 'pod.yaml': soundPod });
    symlinkSync('nowhere.yaml', path.join(folder, 'link.yaml'));
    const { code, err } = seaworthy(folder, json);
    assert.equal(code, 0);
    assert.equal(err, 'seaworthy: link.yaml: is a link to something that does not exist\n');
    assert.equal(seaworthy(folder, [...json, 'link.yaml']).code, 2);
  });

  it('follows links, but no file twice and no link in circles', () => {
    const folder = folderWith({ 'in/a/pod.yaml': riskyPod, 'out/far.yaml': riskyPod });
    symlinkSync('..', path.join(folder, 'in/a/up'));
    symlinkSync('a', path.join(folder, 'in/twin'));
    symlinkSync('a/pod.yaml', path.join(folder, 'in/again.yaml'));
    symlinkSync('../out', path.join(folder, 'in/out'));
    symlinkSync('self.yaml', path.join(folder, 'in/self.yaml'));
    const run = seaworthy(folder, [...json, 'in']);
    assert.deepEqual(filesWithFindings(run), ['in/a/pod.yaml', 'in/out/far.yaml']);
    assert.equal(
      run.err,
      `seaworthy: in/a/up: is a link to a folder that it is in, so it is not followed
seaworthy: in/self.yaml: is a link that leads back to itself
`,
    );
    assert.equal(run.code, 1);
  });

  it('names a file and a folder that can not be read and goes on', function () {
    if (isRoot || process.platform === 'win32') this.skip();
    const folder = folderWith({ 'closed.yaml': riskyPod, 'pod.yaml': soundPod });
    chmodSync(path.join(folder, 'closed.yaml'), 0);
    mkdirSync(path.join(folder, 'folder'), { mode: 0 });
    const { code, err } = seaworthy(folder, json);
    assert.equal(code, 0);
    assert.equal(
      err,
      `seaworthy: folder: could not be read: permission denied
seaworthy: closed.yaml: could not be read: permission denied
`,
    );
    assert.equal(seaworthy(folder, [...json, 'closed.yaml']).code, 2);
  });

  it('names a folder that is given and can not be read', function () {
    if (isRoot || process.platform === 'win32') this.skip();
    const folder = folderWith({ 'pod.yaml': riskyPod });
    mkdirSync(path.join(folder, 'folder'), { mode: 0 });
    for (const [given, named] of [
      ['folder', 'folder: could not be read: permission denied'],
      ['folder/pod.yaml', 'folder/pod.yaml: permission denied'],
    ]) {
      const { code, err } = seaworthy(folder, [...json, given ?? '']);
      assert.deepEqual({ code, err }, { code: 2, err: `seaworthy: ${named}\n` });
    }
  });

  it('names a link to itself that is given', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    symlinkSync('self', path.join(folder, 'self'));
    const { code, err } = seaworthy(folder, [...json, 'self']);
    assert.deepEqual({ code, err }, { code: 2, err: 'seaworthy: self: is a link that leads back to itself\n' });
  });

  it('calls nothing missing that may be in what can not be read', () => {
    const account = (name: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n`;
    const pod = soundPod.replace('spec:\n', 'spec:\n  serviceAccountName: web\n');
    const folder = folderWith({ 'pod.yaml': pod, 'other.yaml': account('other') });
    const missing = () => /reference-missing/.test(seaworthy(folder, ['lint', 'pod.yaml']).out);
    assert.ok(missing());
    writeFileSync(path.join(folder, 'accounts.yaml'), Buffer.from(`# M\xfcller\n${account('web')}`, 'latin1'));
    assert.ok(!missing());
  });

  it('names a folder whose name is no UTF-8, since nobody looked at it, and exits with 2', function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({ 'pod.yaml': soundPod, '.gitignore': 'out*\n' });
    const named = (...bytes: number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
    mkdirSync(named(0x6f, 0x75, 0x74, 0xff));
    assert.equal(seaworthy(folder, json).code, 0);
    mkdirSync(named(0x66, 0xff));
    mkdirSync(path.join(folder, 'g\uFFFD'));
    writeFileSync(path.join(folder, 'g\uFFFD/pod.yaml'), riskyPod);
    writeFileSync(named(0x66, 0xfe), 'no manifest by its name');
    const run = seaworthy(folder, json);
    assert.equal(run.code, 2);
    assert.equal(run.err, 'seaworthy: f\uFFFD: is not looked at, since its name is not UTF-8\n');
    assert.deepEqual(filesWithFindings(run), ['g\uFFFD/pod.yaml']);
  });

  it('names what is no text, and what is too large to be a manifest', () => {
    const folder = folderWith({
      'binary.yaml': Buffer.from([0x7f, 0x45, 0x00, 0x01]),
      'latin.yaml': Buffer.from('name: größe\n', 'latin1'),
      'huge.yaml': Buffer.alloc(21 * 1024 * 1024, '#'),
    });
    const { code, err } = seaworthy(folder, json);
    assert.equal(code, 0);
    assert.equal(
      err,
      `seaworthy: binary.yaml: is no text file
seaworthy: huge.yaml: holds 21 MB, and more than 20 MB are not read
seaworthy: latin.yaml: is written in neither UTF-8 nor UTF-16
`,
    );
  });
});

describe('.gitignore', function () {
  this.timeout(30_000);

  const files = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': '/build/\n*.tmp.yaml\n',
    'build/pod.yaml': riskyPod,
    'sub/.gitignore': '!kept.tmp.yaml\n/local.yaml\n',
    'sub/kept.tmp.yaml': riskyPod,
    'sub/other.tmp.yaml': riskyPod,
    'sub/local.yaml': riskyPod,
    'sub/deep/local.yaml': riskyPod,
    'sub/deep/build/pod.yaml': riskyPod,
  };
  const kept = ['sub/deep/build/pod.yaml', 'sub/deep/local.yaml', 'sub/kept.tmp.yaml'];

  it('counts at every level, the innermost most', () => {
    assert.deepEqual(filesWithFindings(seaworthy(folderWith(files), json)), kept);
  });

  it('counts from the root of the repository for a folder within', () => {
    const folder = folderWith(files);
    assert.deepEqual(filesWithFindings(seaworthy(folder, [...json, 'sub'])), kept);
    assert.deepEqual(filesWithFindings(seaworthy(path.join(folder, 'sub/deep'), json)), [
      'build/pod.yaml',
      'local.yaml',
    ]);
  });

  it('does not keep a folder from being linted that is named itself', () => {
    assert.deepEqual(filesWithFindings(seaworthy(folderWith(files), [...json, 'build'])), ['build/pod.yaml']);
  });
});
