import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, hardenedPod, riskyPod, seaworthy, soundPod, textOf } from './seaworthy';

const fix = ['lint', ...atBaseline, '--fix'];
const harden = [...fix, '--harden', 'baseline'];
const diff = ['lint', ...atBaseline, '--diff', '--harden', 'baseline'];

describe('seaworthy lint --fix', function () {
  this.timeout(30_000);

  it('applies no harden fix unless it is asked to', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    const { code, out } = seaworthy(folder, fix);
    assert.equal(code, 1);
    assert.equal(textOf(folder, 'pod.yaml'), riskyPod);
    assert.match(out, /Nothing to fix; 2 errors in 1 file; up to 2 can be fixed with --fix --harden baseline\n$/);
  });

  it('applies harden fixes up to the level asked for, and judges what is left', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod, 'sound.yaml': soundPod });
    const { code, out } = seaworthy(folder, harden);
    assert.equal(textOf(folder, 'pod.yaml'), hardenedPod);
    assert.deepEqual({ code, out }, { code: 0, out: 'Fixed 2 findings in 1 file; no findings in 2 files\n' });
    assert.deepEqual(readdirSync(folder).sort(), ['pod.yaml', 'sound.yaml']);
  });

  it('leaves a file alone that is not valid YAML, and names it', () => {
    const broken = `${riskyPod}---\nkind: Pod\napiVersion: v1\nspec:\n  hostNetwork: true\n  "open: [1\n`;
    const folder = folderWith({ 'broken.yaml': broken, 'pod.yaml': riskyPod });
    for (const asked of [harden, diff]) {
      const { code, err } = seaworthy(folder, asked);
      assert.equal(code, 2);
      assert.match(err, /^seaworthy: broken\.yaml: was not fixed, since it is not valid YAML$/m);
      assert.equal(textOf(folder, 'broken.yaml'), broken);
    }
    assert.equal(textOf(folder, 'pod.yaml'), hardenedPod);
  });

  it('offers nothing that it has just been asked to do', () => {
    const flow = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: {
    hostNetwork: true, # where it is written, only a person can take it away
    containers: [{ name: web, image: "registry.example.com/web:1.4.2" }]
  }
`;
    const folder = folderWith({ 'pod.yaml': flow });
    assert.match(seaworthy(folder, fix).out, /; 1 can be fixed with --fix --harden baseline\n$/);
    assert.match(seaworthy(folder, harden).out, /Nothing to fix; 1 error in 1 file\n$/);
  });

  it('changes nothing the second time', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    seaworthy(folder, harden);
    const before = statSync(path.join(folder, 'pod.yaml'));
    seaworthy(folder, harden);
    const now = statSync(path.join(folder, 'pod.yaml'));
    assert.equal(now.ino, before.ino);
    assert.equal(now.mtimeMs, before.mtimeMs);
  });

  it('keeps CRLF and the byte order mark', () => {
    const crlf = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'pod.yaml': crlf(riskyPod) });
    seaworthy(folder, harden);
    assert.equal(textOf(folder, 'pod.yaml'), crlf(hardenedPod));
  });

  for (const [name, encode] of [
    ['UTF-16LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ] as const) {
    it(`keeps ${name}`, () => {
      const folder = folderWith({ 'pod.yaml': encode(riskyPod) });
      seaworthy(folder, harden);
      assert.deepEqual(readFileSync(path.join(folder, 'pod.yaml')), encode(hardenedPod));
    });
  }

  it('keeps the mode of a file, and links as links', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'real.txt': riskyPod });
    chmodSync(path.join(folder, 'real.txt'), 0o754);
    symlinkSync('real.txt', path.join(folder, 'pod.yaml'));
    seaworthy(folder, harden);
    assert.equal(textOf(folder, 'real.txt'), hardenedPod);
    assert.equal(statSync(path.join(folder, 'real.txt')).mode & 0o777, 0o754);
    assert.ok(lstatSync(path.join(folder, 'pod.yaml')).isSymbolicLink());
  });

  it('writes nothing outside of the folder through a link, and names the link', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'out/far.yaml': riskyPod, 'in/pod.yaml': riskyPod });
    symlinkSync('../out/far.yaml', path.join(folder, 'in/link.yaml'));
    symlinkSync('../out', path.join(folder, 'in/folder'));
    const refused = (name: string) =>
      `seaworthy: ${name}: leads through a link to ${folder}/out/far.yaml, outside of the folder, so it was left alone\n`;
    const run = seaworthy(folder, [...harden, 'in']);
    assert.deepEqual({ code: run.code, err: run.err }, { code: 2, err: refused('in/folder/far.yaml') });
    assert.equal(textOf(folder, 'in/pod.yaml'), hardenedPod);
    const inside = path.join(folder, 'in');
    assert.equal(seaworthy(inside, [...harden, 'link.yaml']).err, refused('link.yaml'));
    assert.equal(textOf(folder, 'out/far.yaml'), riskyPod);
    assert.equal(seaworthy(folder, [...harden, 'in/link.yaml']).code, 0);
    assert.equal(textOf(folder, 'out/far.yaml'), hardenedPod);
  });

  it('keeps all names of a file that has several', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'pod.yaml': riskyPod });
    linkSync(path.join(folder, 'pod.yaml'), path.join(folder, 'same.txt'));
    seaworthy(folder, harden);
    assert.equal(textOf(folder, 'same.txt'), hardenedPod);
    assert.deepEqual(readdirSync(folder).sort(), ['pod.yaml', 'same.txt']);
  });

  it('says so where a file may not be written', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const folder = folderWith({ 'pod.yaml': riskyPod });
    chmodSync(path.join(folder, 'pod.yaml'), 0o444);
    const { code, out, err } = seaworthy(folder, harden);
    assert.equal(code, 2);
    assert.equal(err, 'seaworthy: pod.yaml: could not be written: permission denied\n');
    assert.match(out, /Nothing to fix; 2 errors in 1 file/);
    assert.equal(textOf(folder, 'pod.yaml'), riskyPod);
  });
});

describe('seaworthy lint --diff', function () {
  this.timeout(30_000);

  it('prints a unified diff, writes nothing, and says the rest on standard error', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod, 'sound.yaml': soundPod });
    const { code, out, err } = seaworthy(folder, diff);
    assert.equal(
      out,
      `--- a/pod.yaml
+++ b/pod.yaml
@@ -3,9 +3,8 @@
 metadata:
   name: web
 spec:
-  hostNetwork: true # for the demo
   containers:
     - name: web
       image: registry.example.com/web:1.4.2
       securityContext:
-        privileged: true
+        privileged: false
`,
    );
    assert.deepEqual({ code, err }, { code: 0, err: 'Would fix 2 findings in 1 file; no findings in 2 files\n' });
    assert.equal(textOf(folder, 'pod.yaml'), riskyPod);
  });

  it('prints what git can apply: CRLF, a byte order mark, spaces in names, no line end at the end', () => {
    const files = {
      'crlf.yaml': `\uFEFF${riskyPod.replaceAll('\n', '\r\n')}`,
      'a folder/my pod.yaml': riskyPod,
      'open.yaml': riskyPod.trimEnd(),
      'first.yaml': '\uFEFF{apiVersion: v1, kind: Pod, spec: {hostPID: true, containers: []}}',
    };
    const folder = folderWith(files);
    const { out } = seaworthy(folder, diff);
    const applied = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input: out,
      encoding: 'utf8',
    });
    assert.equal(applied.status, 0, applied.stderr);
    const fixed = folderWith(files);
    seaworthy(fixed, harden);
    for (const name of Object.keys(files)) assert.equal(textOf(folder, name), textOf(fixed, name));
    assert.notEqual(textOf(folder, 'first.yaml'), files['first.yaml']);
  });
});
