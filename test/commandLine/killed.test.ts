import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { atBaseline, folderWith, hardenedPod, program, riskyPod, seaworthy, textOf } from './seaworthy';

const files = 120;

describe('seaworthy lint --fix, killed at any moment', function () {
  this.timeout(120_000);

  it('leaves each file either as it was or mended, and the next run mends the rest', async function () {
    if (process.platform === 'win32') this.skip();
    const names = Array.from({ length: files }, (_, index) => `${String(index).padStart(3, '0')}.yaml`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, riskyPod])));
    const states = new Set<string>();
    let torn = 0;
    // At its first change of the folder, at its tenth, and so on: some run is hit while it writes, however fast the machine.
    for (let changes = 1; torn === 0 && changes < 2 * files; changes += 9) {
      const watcher = watch(folder);
      const written = new Promise((resolve) => {
        let seen = 0;
        watcher.on('change', () => ++seen === changes && resolve(undefined));
      });
      const child = spawn(process.execPath, [program, 'lint', ...atBaseline, '--fix', '--harden', 'baseline'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      await Promise.race([written, ended]);
      watcher.close();
      child.kill('SIGKILL');
      const [code]: unknown[] = await ended;
      const mended = names.filter((name) => {
        const text = textOf(folder, name);
        assert.ok(text === riskyPod || text === hardenedPod, `${name} is neither old nor new:\n${text}`);
        return text === hardenedPod;
      }).length;
      states.add(`${mended} mended`);
      if (code !== null) break;
      if (mended > 0 && mended < files) torn++;
    }
    assert.ok(torn > 0 || states.has(`${files} mended`), `no run was killed while it wrote: ${[...states].join(', ')}`);
    seaworthy(folder, ['lint', ...atBaseline, '--fix', '--harden', 'baseline']);
    for (const name of names) assert.equal(textOf(folder, name), hardenedPod);
    // What a killed run leaves behind besides is never taken for a manifest.
    const left = readdirSync(folder).filter((name) => !names.includes(name));
    for (const name of left) assert.match(name, /^\..*\.tmp$/);
  });
});
