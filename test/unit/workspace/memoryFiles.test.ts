import assert from 'node:assert/strict';
import { memoryFiles } from '../../../server/workspace/memoryFiles';

describe('files in memory', () => {
  const files = memoryFiles(
    new Map([
      ['vscode-vfs://github/shop/web.yaml', 'kind: Pod'],
      ['vscode-vfs://github/shop/a%20b/%C3%BC.yaml', ''],
    ]),
  );

  it('are there, or not', () => {
    assert.deepEqual(files.text('vscode-vfs://github/shop/web.yaml'), { state: 'text', text: 'kind: Pod' });
    assert.deepEqual(files.text('vscode-vfs://github/shop'), { state: 'gone' });
  });

  it('stand in folders', () => {
    assert.deepEqual(files.entriesOf('vscode-vfs://github/shop'), [
      { name: 'web.yaml', isFolder: false },
      { name: 'a b', isFolder: true },
    ]);
    assert.deepEqual(files.entriesOf('vscode-vfs://github/shop/a%20b'), [{ name: 'ü.yaml', isFolder: false }]);
    assert.deepEqual(files.entriesOf('vscode-vfs://github/sho'), []);
  });

  it('are read for a configuration only in the folder that it may read in', () => {
    const uri = 'vscode-vfs://github/shop/web.yaml';
    assert.deepEqual(files.readNamed(uri, 'vscode-vfs://github/shop'), { state: 'text', text: 'kind: Pod' });
    assert.deepEqual(files.readNamed(uri, 'vscode-vfs://github/other'), {
      state: 'unreadable',
      reason: 'lies outside of vscode-vfs://github/other, so it is not read',
    });
  });
});
