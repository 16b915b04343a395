import assert from 'node:assert/strict';
import { type DocumentRange, fileOffset, inDocument, inFile } from '../../../../server/yaml/parsing/offsets';
import { overlap } from '../../../../server/yaml/parsing/ranges';
import type { DocumentEdit, FileEdit } from '../../../../server/yaml/write/rendering';

describe('Offsets of a document and of its file', () => {
  const documentStart = fileOffset(10);
  const edit: DocumentEdit = { start: 3, end: 5, newText: 'new', blanks: [] };

  it('lead to each other where the document starts', () => {
    const placed = inFile(edit, documentStart);
    assert.deepEqual(placed, { start: 13, end: 15, newText: 'new', blanks: [] });
    assert.equal(inDocument(placed.end, documentStart), 5);
  });

  it('are no substitute for each other', () => {
    const placed = inFile(edit, documentStart);
    // @ts-expect-error The edit of a document is none of its file.
    const ofFile: FileEdit = edit;
    // @ts-expect-error The edit of a file is none of its document.
    const ofDocument: DocumentRange = placed;
    // @ts-expect-error An offset of a document has to be told where that starts.
    assert.equal(fileOffset(edit.start), 3);
    // @ts-expect-error What stands in a document can't be held against what stands in its file.
    assert.equal(overlap(edit, placed), false);
    assert.notDeepEqual(ofFile, ofDocument);
  });
});
