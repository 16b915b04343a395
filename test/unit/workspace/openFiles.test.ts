import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openDocumentsFirst } from '../../../server/languageServer/openFiles';
import { memoryFiles } from '../../../server/workspace/memoryFiles';

describe('Open documents', () => {
  const base = 'file:///c%3A/work/base.json';
  const outside = 'file:///c%3A/base.json';
  const disk = memoryFiles(
    new Map([
      [base, 'saved'],
      [outside, 'saved'],
      ['file:///c%3A/work/other.json', 'saved'],
    ]),
  );
  const open = ['file:///C:/work/base.json', 'file:///c%3a/base.json', 'untitled:Untitled-1'];
  const files = openDocumentsFirst(disk, {
    all: () => open.map((uri) => TextDocument.create(uri, 'json', 1, 'typed')),
  });

  it('count before what is saved, however a client spells them', async () => {
    assert.deepEqual(await files.text(base), { state: 'text', text: 'typed' });
    assert.deepEqual(await files.text('untitled:Untitled-1'), { state: 'text', text: 'typed' });
    assert.deepEqual(await files.text('file:///c%3A/work/other.json'), { state: 'text', text: 'saved' });
    assert.deepEqual(await files.text('file:///c%3A/work/none.json'), { state: 'gone' });
  });

  it('are read for a configuration only where it may read', async () => {
    assert.deepEqual(await files.readNamed(base, 'file:///c%3A/work'), { state: 'text', text: 'typed' });
    assert.equal((await files.readNamed(outside, 'file:///c%3A/work')).state, 'unreadable');
  });
});
