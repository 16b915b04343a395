import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { atBaseline, folderWith, hardenedPod, riskyPod, seaworthy, textOf } from './seaworthy';

/** What steers a terminal, turns the direction of writing or ends a line, but for the line ends of the output. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;
const formats = ['pretty', 'github', 'json', 'sarif'];

/** Names that print a line of their own choice, or steer a terminal, wherever they are printed as they are. */
const hostile = [
  'q\n::error title=INJECTED::by a name',
  'q\r::warning::INJECTED',
  'q\u2028::error::INJECTED',
  'q\u0085::error::INJECTED',
  '\u001b[31mred\u001b]0;title\u0007',
  '\u009b31mred',
  'left\u202Ethgir\u061C',
  '::error title=INJECTED::x',
  ' ::error::INJECTED',
  '##[error]INJECTED',
  '##vso[task.logissue]INJECTED',
];

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Holds that an output has neither anything that steers nor a line that a runner of workflows would obey. */
function assertHarmless(output: string, from: string): void {
  assert.ok(!steering.test(output), `${JSON.stringify(from)}:\n${JSON.stringify(output)}`);
  for (const line of output.split('\n')) {
    assert.ok(!/##\w*\[/.test(line), `${JSON.stringify(from)}:\n${line}`);
    if (!/^\s*::/.test(line)) continue;
    assert.match(
      line,
      /^::(?:error|warning|notice) file=[^,]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z-]+::/,
    );
  }
}

describe('names and values that print what they like', function () {
  this.timeout(120_000);

  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('are harmless as names of files, folders and configurations, in every format', () => {
    const files = hostile.map((name) => ({
      [`${name}/.seaworthy.yaml`]: `profil: x\nexclude: [ex.yaml]\n${JSON.stringify(name)}: 1\n`,
      [`${name}/a.yaml`]: riskyPod,
      [`${name}/ex.yaml`]: riskyPod,
      [`${name}.yaml`]: riskyPod,
      [`${name}2.yaml`]: Buffer.from([0xff]),
    }));
    const folder = folderWith(Object.assign({}, ...files));
    const named = hostile.flatMap((name) => [`${name}/ex.yaml`, `${name}/none`]);
    for (const format of formats) {
      const { out, err } = seaworthy(folder, ['lint', ...atBaseline, '--format', format, '.', ...named]);
      assertHarmless(out, format);
      assertHarmless(err, format);
      assert.equal(err.match(/ex\.yaml: is not checked/g)?.length, hostile.length);
    }
  });

  it('are harmless as arguments', () => {
    const folder = folderWith({ 'pod.yaml': riskyPod });
    const all = hostile.join(' ');
    for (const args of [
      [all],
      ['explain', all],
      ['explain', 'host-network', all],
      ['lint', `--${all}`],
      ['lint', '--profile', all],
      ['lint', '--kubernetes-version', all],
      ['lint', '--baseline', all],
      ['lint', '--baseline', `${all}/x`, '--write-baseline', 'pod.yaml'],
      ['lint', '-', '--stdin-filename', all],
      ...hostile.map((name) => ['lint', '-', '--stdin-filename', name]),
    ]) {
      const { out, err } = seaworthy(folder, args, { input: riskyPod });
      assertHarmless(out, JSON.stringify(args));
      assertHarmless(err, JSON.stringify(args));
    }
  });

  it('are harmless as values of a manifest', () => {
    const pods = [...hostile, 'half \uD800 of a character'].map((value) =>
      riskyPod.replace('- name: web', `- name: ${JSON.stringify(value).replace(/[\u007F-\uFFFF]/g, escaped)}`),
    );
    const folder = folderWith({ 'pod.yaml': pods.join('---\n') });
    for (const format of formats) {
      const { out } = seaworthy(folder, ['lint', ...atBaseline, '--format', format]);
      assert.ok((out.match(/privileged-container/g)?.length ?? 0) >= pods.length);
      assertHarmless(out, format);
    }
  });

  it('mean the same in JSON as before', () => {
    const name = 'a\u202Eb\u009b##[x].yaml';
    const folder = folderWith({ [name]: riskyPod });
    const [file] = JSON.parse(seaworthy(folder, ['lint', ...atBaseline, '--format', 'json']).out);
    assert.equal(file.path, name);
  });

  it('are not in a diff, which applies all the same', () => {
    const steered = riskyPod
      .replace('name: web\n', 'name: web # \u001b[31m\n')
      .replace('# for the demo', '# \u202E')
      .replace('spec:', '  annotations:\n    note: |\n      ::error::INJECTED\n      ##[error]x\nspec:');
    const sound = riskyPod.replace('metadata:', 'metadata: # \u009b31m');
    const folder = folderWith({ 'steered.yaml': steered, 'sound.yaml': sound });
    const { out, err } = seaworthy(folder, ['lint', ...atBaseline, '--diff', '--harden', 'baseline', 'sound.yaml']);
    assertHarmless(out, 'a diff');
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    assert.equal(applied.status, 0, applied.stderr);
    assert.equal(textOf(folder, 'sound.yaml'), hardenedPod.replace('metadata:', 'metadata: # \u009b31m'));
    assert.equal(err.includes('leaves out'), false);
    const other = seaworthy(folder, ['lint', ...atBaseline, '--diff', '--harden', 'baseline', 'steered.yaml']);
    assertHarmless(other.out, 'a diff');
    assert.match(other.err, /the diff leaves out the change at line 10, since it would .* steer a terminal/);
  });

  it('stand in a diff as git writes them, which applies', () => {
    for (const name of hostile) {
      const file = `${name}/a.yaml`;
      const folder = folderWith({ [file]: riskyPod });
      const { out } = seaworthy(folder, ['lint', ...atBaseline, '--diff', '--harden', 'baseline']);
      assertHarmless(out, name);
      const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
      assert.equal(applied.status, 0, applied.stderr);
      assert.equal(textOf(folder, file), hardenedPod);
    }
  });
});

const cases = path.resolve(__dirname, '../../../shared/cases/attack/01-escape-injection-config-folder.tar');

describe('a folder whose name prints a line of its own choice', function () {
  this.timeout(30_000);

  it('is named in one line', function () {
    if (!existsSync(cases)) this.skip();
    const folder = folderWith({});
    assert.equal(spawnSync('tar', ['xf', cases, '-C', folder]).status, 0);
    for (const format of formats) {
      for (const args of [['.'], ['--fix', '.'], ['.', 'q\n::error title=INJECTED::by folder name/ex.yaml']]) {
        const { out, err } = seaworthy(folder, ['lint', '--format', format, ...args]);
        assertHarmless(out + err, format);
      }
    }
  });
});
