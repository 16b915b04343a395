import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true
  containers:
    - name: app
      image: registry.example/app:1.0
`;

/** What a program of somebody else's is compiled with. */
const consumer = `import { type Finding, fix, lint, rules, type LintOptions } from 'seaworthy';

const options: LintOptions = { profile: 'restricted', kubernetesVersion: '1.31', rules: { 'host-pid': 'off' }, alone: false };
export async function worst(text: string): Promise<readonly Finding[]> {
  const { files, problems } = await lint([{ file: 'web.yaml', text }], options);
  for (const { file, range } of problems) console.log(file?.length, range?.start.line);
  const { files: [fixed] } = await fix([{ file: 'web.yaml', text }], { ...options, harden: 'baseline' });
  console.log(fixed?.text.length, fixed?.silenced[0]?.reason, rules[0]?.links[0]?.url);
  return files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
}
// @ts-expect-error a profile that there is not
export const wrong: LintOptions = { profile: 'strictest' };
`;

describe('the packed package', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-packed-')));
  const repository = path.resolve(__dirname, '../..');
  const installed = path.join(folder, 'node_modules', 'seaworthy');
  const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  /** Looks for packages in the folder alone, so that nothing of the repository helps. */
  const npm = (cwd: string, ...args: readonly string[]) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', stdio: 'pipe' });

  before(function () {
    this.timeout(120_000);
    npm(repository, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
    const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "program", "private": true }');
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${archive}`);
    cpSync(path.join(repository, 'examples'), path.join(folder, 'examples'), { recursive: true });
    mkdirSync(path.join(folder, 'manifests'));
    writeFileSync(path.join(folder, 'manifests', 'web.yaml'), pod);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('needs no other package', () => {
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['seaworthy'],
    );
  });

  it('is imported by an ES module', () => {
    const { stdout, stderr } = node('examples/lint.mjs', 'manifests');
    assert.equal(stderr, '');
    assert.match(stdout, /^web\.yaml:6:12: error: .* \(host-pid\)$/m);
  });

  it('is required by a CommonJS module', () => {
    const { stdout, stderr } = node('examples/fix.cjs', 'manifests/web.yaml');
    assert.match(stderr, /^[1-9]\d* fixed, \d+ left\n$/);
    assert.doesNotMatch(stdout, /hostPID: true/);
    assert.match(stdout, /^kind: Pod$/m);
  });

  it('has types that a strict program is compiled with, as either kind of module', function () {
    this.timeout(120_000);
    for (const name of ['program.mts', 'program.cts']) writeFileSync(path.join(folder, name), consumer);
    const options = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true };
    const compilerOptions = { ...options, module: 'nodenext', lib: ['es2022', 'dom'], types: [], skipLibCheck: false };
    const project = { compilerOptions, files: ['program.mts', 'program.cts'] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(project));
    const compiler = path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout, status } = node(compiler, '-p', '.');
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });

  it('can be bundled for a web page, without any module of Node', async () => {
    const stdin = { contents: `export { lint } from 'seaworthy';`, resolveDir: folder };
    const { errors } = await build({ stdin, bundle: true, platform: 'browser', write: false, logLevel: 'silent' });
    assert.deepEqual(errors, []);
  });

  it('brings the command line and the language server', () => {
    const linted = node(path.join(installed, 'dist', 'cli.js'), 'lint', 'manifests', '--format', 'json');
    assert.equal(linted.status, 1);
    assert.match(linted.stdout, /"rule": "host-pid"/);
    assert.match(node(path.join(installed, 'dist', 'server.js'), '--help').stdout, /--stdio/);
  });

  it('finds what the command line finds', () => {
    const { stdout } = node(path.join(installed, 'dist', 'cli.js'), 'lint', 'manifests', '--format', 'json');
    const program = `const { lint } = require('seaworthy');
      const text = require('node:fs').readFileSync('manifests/web.yaml', 'utf8');
      lint([{ file: 'manifests/web.yaml', text }]).then(({ files }) => {
        const place = ({ line, character }) => ({ line: line + 1, column: character + 1 });
        const told = files.map(({ file, findings }) => ({
          path: file,
          findings: findings.map(({ rule, severity, message, range, object, field, link, fixes }) => ({
            rule, severity, message, start: place(range.start), end: place(range.end), object, field, link,
            fixes: fixes.map(({ title, class: kind }) => ({ title, class: kind })),
          })),
        }));
        console.log(JSON.stringify(told, undefined, 2));
      });`;
    assert.equal(node('-e', program).stdout, stdout);
  });
});
