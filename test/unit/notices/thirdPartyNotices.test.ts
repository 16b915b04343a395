import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { thirdPartyNotices } from '../../../build/notices/thirdPartyNotices';

describe('the notices of what the extension holds', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-notices-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A package in a folder of its own, with the bytes of it that a bundle holds. */
  const bundle = (name: string, manifest: object, files: Readonly<Record<string, string>>, bytesInOutput: number) => {
    const place = path.join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
    const inputs = { [path.join(place, 'index.js')]: { bytesInOutput } };
    const output = { bytes: bytesInOutput, inputs, imports: [], exports: [] };
    return { inputs: {}, outputs: { 'dist/a.js': output } } satisfies Metafile;
  };

  it('give the licence of each package that is in a bundle, and of no other', async () => {
    const notices = await thirdPartyNotices([
      bundle('@shop/cart', { license: 'MIT' }, { LICENSE: 'Do as you like.', 'README.md': 'Read me.' }, 10),
      bundle('bare', { license: 'ISC', author: { name: 'Zoë' } }, {}, 1),
      bundle('dropped', { license: 'MIT' }, { LICENSE: 'Nothing of it.' }, 0),
    ]);
    assert.match(notices, /@shop\/cart 1\.2\.3 \(MIT\)\n\nDo as you like\.\n/);
    assert.match(notices, /bare 1\.2\.3 \(ISC\)\n\nPublished by Zoë under ISC, without a text of the licence\.\n/);
    assert.doesNotMatch(notices, /dropped|Read me/);
  });

  it('can’t be written where a package names no licence', async () => {
    await assert.rejects(thirdPartyNotices([bundle('unnamed', {}, {}, 1)]), /unnamed.*names no licence/);
  });
});
