import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { atBaseline, filesWithFindings, folderWith, program, riskyPod, seaworthy } from './seaworthy';

const count = 400;

function manyPods(): Record<string, string> {
  const names = Array.from({ length: count }, (_, index) => `${String(index).padStart(3, '0')}.yaml`);
  return Object.fromEntries(names.map((name, index) => [name, `${riskyPod}# ${'x'.repeat((index * 37) % 500)}\n`]));
}

describe('many files', function () {
  this.timeout(60_000);

  it('are reported in the order of their names, whichever thread was first', () => {
    const files = manyPods();
    const folder = folderWith(files);
    const args = ['lint', ...atBaseline, '--format', 'json'];
    const first = seaworthy(folder, args);
    assert.deepEqual(filesWithFindings(first), Object.keys(files));
    assert.equal(seaworthy(folder, args).out, first.out);
  });

  it('say what is wrong with their configuration once', () => {
    const { err, code } = seaworthy(folderWith({ ...manyPods(), '.seaworthy.yaml': 'profil: all\n' }), ['lint']);
    assert.equal(code, 2);
    assert.equal(err.match(/\.seaworthy\.yaml:1:1: error/g)?.length, 1);
  });

  it('write everything into a pipe whose reader is slow', async () => {
    const folder = folderWith(manyPods());
    const args = [program, 'lint', ...atBaseline, '--format', 'sarif'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    let written = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      written += chunk;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [code] = await ended;
    assert.equal(code, 1);
    assert.ok(written.length > 1_000_000);
    assert.equal(JSON.parse(written).runs[0].results.length, 2 * count);
  });

  it('end quietly when the reader goes away', async () => {
    const child = spawn(process.execPath, [program, 'lint', ...atBaseline], {
      cwd: folderWith(manyPods()),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = text(child.stderr);
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    const [code, signal] = await once(child, 'close');
    assert.equal(await said, '');
    assert.deepEqual({ code, signal }, { code: 1, signal: null });
  });
});
