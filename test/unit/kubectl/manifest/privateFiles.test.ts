import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { privateFilesIn } from '../../../../client/kubectl/manifest/privateFiles';

describe('private files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-private-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('can be read by the user alone, and are gone afterwards', async () => {
    const files = privateFilesIn(folder);
    const file = await files.write('kind: Secret\n');
    assert.equal(readFileSync(file, 'utf8'), 'kind: Secret\n');
    if (process.platform !== 'win32') {
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(path.dirname(file)).mode & 0o777, 0o700);
    }
    await files.remove(file);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('of processes that have ended are removed, those of running ones stay', async () => {
    mkdirSync(path.join(folder, '4194304999-left'));
    mkdirSync(path.join(folder, `${process.ppid}-running`));
    const files = privateFilesIn(folder);
    const file = await files.write('a');
    await files.removeAll();
    assert.ok(!existsSync(file));
    assert.deepEqual(readdirSync(folder), [`${process.ppid}-running`]);
  });
});
