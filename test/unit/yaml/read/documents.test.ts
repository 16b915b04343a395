import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitDocuments } from '../../../../server/yaml/read/documents';

function texts(text: string): string[] {
  return splitDocuments(text).map((document) => document.text);
}

describe('splitting a stream into documents', () => {
  it('gives back a text without markers as one document', () => {
    assert.deepEqual(splitDocuments('kind: Pod\n'), [{ start: 0, text: 'kind: Pod\n' }]);
    assert.deepEqual(splitDocuments(''), [{ start: 0, text: '' }]);
  });

  it('begins a document at each marker, with the place where it stands in the file', () => {
    assert.deepEqual(splitDocuments('a: 1\n---\nb: 2\n--- # second\nc: 3\n'), [
      { start: 0, text: 'a: 1\n' },
      { start: 5, text: '---\nb: 2\n' },
      { start: 14, text: '--- # second\nc: 3\n' },
    ]);
  });

  it('takes content on the line of the marker, tabs and spaces behind it, and the end of the file', () => {
    assert.deepEqual(texts('a: 1\n--- |\n  text\n---\t\nb: 2\n---  \nc: 3\n---'), [
      'a: 1\n',
      '--- |\n  text\n',
      '---\t\nb: 2\n',
      '---  \nc: 3\n',
      '---',
    ]);
  });

  it('does not mistake longer runs of dashes, indented ones and words for markers', () => {
    for (const text of [
      'a: 1\n----\nb: 2\n',
      'a:\n ---\nb: 2\n',
      'a: 1\n---b\n',
      '# ---\na: 1\n',
      'a: 1 ---\n',
      'a\n....\n',
    ]) {
      assert.deepEqual(texts(text), [text]);
    }
  });

  it('ends a document at a marker inside of a block scalar, as YAML does', () => {
    assert.deepEqual(texts('data: |\n  one\n---\n  two\n'), ['data: |\n  one\n', '---\n  two\n']);
    assert.deepEqual(texts('data: |\n  one\n  ---\n  two\n'), ['data: |\n  one\n  ---\n  two\n']);
  });

  it('leaves what follows a `...` to the document that it ends: kubectl does not read it', () => {
    assert.deepEqual(texts('a: 1\n...\nb: 2\n'), ['a: 1\n...\nb: 2\n']);
    assert.deepEqual(texts('a: 1\n...\nb: 2\n...\n# c\n---\nd: 3\n'), ['a: 1\n...\nb: 2\n...\n', '# c\n---\nd: 3\n']);
    assert.deepEqual(texts('a: 1\n... # over\n---\nb: 2\n...'), ['a: 1\n... # over\n', '---\nb: 2\n...']);
  });

  it('keeps comments, directives and blank lines with the document that they introduce', () => {
    for (const head of [
      '# Licensed\n',
      '\n\n',
      '%YAML 1.2\n',
      '\uFEFF',
      '\uFEFF# c\n',
      '# a\r\n\r\n',
      '  # indented\n\t\n',
    ]) {
      assert.deepEqual(texts(`${head}---\na: 1\n---\nb: 2\n`), [`${head}---\na: 1\n`, '---\nb: 2\n']);
    }
    assert.deepEqual(texts('a: 1\n...\n# about b\n%YAML 1.2\n---\nb: 2\n'), [
      'a: 1\n...\n',
      '# about b\n%YAML 1.2\n---\nb: 2\n',
    ]);
  });

  it('keeps an empty document between two markers, since something may be typed there', () => {
    assert.deepEqual(texts('a: 1\n---\n# nothing yet\n---\nb: 2\n'), ['a: 1\n', '---\n# nothing yet\n', '---\nb: 2\n']);
    assert.deepEqual(texts('---\n---\n'), ['---\n', '---\n']);
  });

  it('finds the same markers with the line ends of Windows', () => {
    assert.deepEqual(texts('a: 1\r\n---\r\nb: 2\r\n...\r\nc: 3\r\n'), ['a: 1\r\n', '---\r\nb: 2\r\n...\r\nc: 3\r\n']);
  });

  it('takes a byte order mark before a marker, and a comment right behind it', () => {
    assert.deepEqual(texts('a: 1\n\uFEFF---\nb: 2\n---# c\nc: 3\n'), ['a: 1\n', '\uFEFF---\nb: 2\n', '---# c\nc: 3\n']);
  });

  it('begins a document where YAML follows JSON', () => {
    assert.deepEqual(texts('{"a": 1}\nb: 2\n---\nc: 3\n'), ['{"a": 1}\n', 'b: 2\n', '---\nc: 3\n']);
    for (const text of ['{"a": {}}\n', '{"a": 1}{"b": 2}\n{"c": 3}\n', '{a: 1}\nb: 2\n', '{"a": "}\n"b": 2}\n']) {
      assert.deepEqual(texts(text), [text]);
    }
  });

  it('loses no character, begins every document at a line, and cuts at every marker', () => {
    const line = fc.constantFrom(
      'a: 1',
      '---',
      '--- # c',
      '----',
      '...',
      '# c',
      '',
      '  - b',
      '--- |',
      '%YAML 1.2',
      '\uFEFF',
      '-',
      '..',
    );
    const text = fc
      .tuple(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 }), line)
      .map(([lines, last]) => lines.map((pair) => pair.join('')).join('') + last);
    fc.assert(
      fc.property(text, (stream) => {
        const documents = splitDocuments(stream);
        assert.equal(documents.map((document) => document.text).join(''), stream);
        for (const document of documents) {
          assert.equal(stream.slice(document.start, document.start + document.text.length), document.text);
          assert.ok(document.start === 0 || stream.charAt(document.start - 1) === '\n');
          const content = document.text.replace(/^\uFEFF?(?:(?:[ \t]*(?:#.*)?|%.*)\r?\n)*/, '');
          assert.doesNotMatch(content.replace(/^---/, ''), /\n---(?:\s|$)/, 'a marker stands inside of a document');
        }
      }),
    );
  });
});
