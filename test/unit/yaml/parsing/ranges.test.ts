import assert from 'node:assert/strict';
import { byPlace, covers, indexFrom, outermostFirst, overlap, touch } from '../../../../server/yaml/parsing/ranges';

const range = (start: number, end: number) => ({ start, end });

describe('A place in a text', () => {
  it('is covered by what it stands inside of, and by itself', () => {
    assert.equal(covers(range(2, 2), range(1, 3)), true);
    assert.equal(covers(range(2, 2), range(2, 2)), true);
    assert.equal(covers(range(1, 1), range(1, 3)), false);
  });

  it('touches what it stands at an end of, and has nothing in common with it', () => {
    assert.equal(touch(range(1, 1), range(1, 3)), true);
    assert.equal(touch(range(3, 3), range(1, 3)), true);
    assert.equal(overlap(range(3, 3), range(1, 3)), false);
  });
});

describe('Ranges that begin together', () => {
  it('come the shortest or the outermost first', () => {
    const ranges = [range(4, 6), range(1, 3), range(4, 9)];
    assert.deepEqual(ranges.toSorted(byPlace), [range(1, 3), range(4, 6), range(4, 9)]);
    assert.deepEqual(ranges.toSorted(outermostFirst), [range(1, 3), range(4, 9), range(4, 6)]);
  });
});

describe('The first range from an offset on', () => {
  it('is the one that reaches it, else the next', () => {
    const sorted = [range(1, 3), range(5, 8), range(10, 11)];
    assert.deepEqual(
      [0, 1, 3, 4, 8, 9, 11, 12].map((offset) => indexFrom(sorted, offset)),
      [0, 0, 0, 1, 1, 2, 2, 3],
    );
  });
});
