import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFiles } from '../../../../server/workspace/disk/nodeFiles';

describe('the files of the file system', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are read as UTF-8', async () => {
    writeFileSync(path.join(folder, 'a.yaml'), 'name: Zoë\n');
    assert.equal(await nodeFiles.readText(`${folder}/a.yaml`), 'name: Zoë\n');
  });

  it('are undefined where there is none', async () => {
    mkdirSync(path.join(folder, 'below'));
    writeFileSync(path.join(folder, 'a.yaml'), '');
    for (const name of ['missing.yaml', 'missing/a.yaml', 'below', 'a.yaml/b.yaml']) {
      assert.equal(await nodeFiles.readText(`${folder}/${name}`), undefined, name);
    }
  });

  it('are refused where one is there that cannot be read', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('loop', path.join(folder, 'loop'));
    await assert.rejects(
      nodeFiles.readText(`${folder}/loop`),
      /^Error: could not be read: is a link that leads back to itself/,
    );
  });
});
