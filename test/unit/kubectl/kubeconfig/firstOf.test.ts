import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { firstOf } from '../../../../client/kubectl/kubeconfig/firstOf';

describe('a kubeconfig that is waited for', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'appearance-'));
  after(() => fs.rmSync(folder, { recursive: true }));

  it('is noticed at once where it is there', () => {
    const file = path.join(folder, 'config');
    fs.writeFileSync(file, '');
    let calls = 0;
    firstOf([path.join(folder, 'none'), file], () => calls++).dispose();
    assert.equal(calls, 1);
  });

  it('is noticed when it comes, its folder too', async () => {
    const file = path.join(folder, '.kube', 'config');
    const noticed = new Promise<void>((resolve) => {
      firstOf([path.join(folder, 'never'), file], resolve, 10);
    });
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, '');
    await noticed;
  });
});
