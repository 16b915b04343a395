import assert from 'node:assert/strict';
import {
  columnAt,
  lineCount,
  lineStartAt,
  lineStarts,
  nextLineAt,
  positionAt,
} from '../../../../server/yaml/parsing/lines';

describe('lines', () => {
  const text = 'ab\r\n\ncd\n';

  it('begin behind each line feed, and behind the last one too', () => {
    assert.deepEqual(lineStarts(text), [0, 4, 5, 8]);
    assert.deepEqual(lineStarts(''), [0]);
    assert.equal(lineCount(text), 3);
  });

  it('give each offset its line and its UTF-16 column', () => {
    const starts = lineStarts(text);
    assert.deepEqual(
      [0, 3, 4, 5, 7, 8].map((offset) => positionAt(starts, offset)),
      [
        { line: 0, character: 0 },
        { line: 0, character: 3 },
        { line: 1, character: 0 },
        { line: 2, character: 0 },
        { line: 2, character: 2 },
        { line: 3, character: 0 },
      ],
    );
    assert.deepEqual(positionAt(lineStarts('😀a'), 2), { line: 0, character: 2 });
  });

  it('begin and end around each offset', () => {
    assert.deepEqual(
      [0, 3, 4, 6].map((offset) => lineStartAt(text, offset)),
      [0, 0, 4, 5],
    );
    assert.deepEqual(
      [0, 3, 4, 6, 8].map((offset) => nextLineAt(text, offset)),
      [4, 4, 5, 8, 8],
    );
    assert.equal(lineStartAt('\na', 0), 0);
  });

  it('have columns that a byte order mark is no part of', () => {
    assert.equal(columnAt('a:\n  b: 1\n', 5), 2);
    assert.equal(columnAt('\uFEFFkind: Pod\n', 1), 0);
    assert.equal(columnAt('\na', 0), 0);
  });
});
