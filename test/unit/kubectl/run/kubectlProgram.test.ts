import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { oldKubectl } from '../../../../client/kubectl/run/kubectlProblems';
import { askedForVersion } from '../../../../client/kubectl/run/kubectlProgram';
import { versionIn } from '../../../../client/kubectl/run/kubectlVersion';

describe('the kubectl that is there', () => {
  let folder: string;
  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-program-'));
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  function program(script: string): string {
    const file = path.join(folder, 'kubectl');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('says its version', async () => {
    const found = await askedForVersion(program(`echo '{"clientVersion": {"major": "1", "gitVersion": "v1.20.7"}}'`));
    assert.deepEqual(found, { kind: 'kubectl', version: 'v1.20.7', minor: 20 });
    assert.deepEqual(versionIn('{"gitVersion": "v1.32.4-dispatcher"}'), { version: 'v1.32.4-dispatcher', minor: 32 });
  });

  it('is missed with a word on where it was looked for and what to do', async () => {
    const missing = await askedForVersion(path.join(folder, 'nothing-here'));
    assert.ok(missing.kind === 'missing');
    assert.match(missing.message, /There is no program .*nothing-here, which the setting seaworthy\.kubectlPath names/);
    const unknown = await askedForVersion('seaworthy-no-such-program');
    assert.equal(unknown.kind, 'missing');
  });

  it('is told from another program of that name', async () => {
    const strange = await askedForVersion(program('echo "not me" >&2; exit 3'));
    assert.ok(strange.kind === 'strange');
    assert.match(strange.message, /does not answer as kubectl does: .*Correct the setting/);
  });

  it('is named with its version where it is too old', () => {
    assert.match(
      oldKubectl('Show last events of pod', 'v1.20.7', 26),
      /needs kubectl 1\.26 or newer, and this is v1\.20\.7/,
    );
  });
});
