import assert from 'node:assert/strict';
import { decode, type Encoding, encode, largestFile } from '../../../../server/workspace/disk/textFile';

const text = 'name: Zoë 🚢\r\n';
const encodings: readonly Encoding[] = [
  { name: 'UTF-8', hasByteOrderMark: false },
  { name: 'UTF-8', hasByteOrderMark: true },
  { name: 'UTF-16LE', hasByteOrderMark: true },
  { name: 'UTF-16BE', hasByteOrderMark: true },
];

describe('the text of a file', () => {
  for (const encoding of encodings) {
    const named = `${encoding.name}${encoding.hasByteOrderMark ? ' with a byte order mark' : ''}`;
    it(`is read from ${named}, and written back byte for byte`, () => {
      const bytes = encode(text, encoding);
      const decoded = decode(bytes);
      assert.deepEqual(decoded, { text, encoding });
      assert.deepEqual(decoded.text === undefined ? undefined : encode(decoded.text, decoded.encoding), bytes);
    });
  }

  it('is written in UTF-16 as others write it', () => {
    assert.deepEqual([...encode('a', { name: 'UTF-16LE', hasByteOrderMark: true })], [0xff, 0xfe, 0x61, 0]);
    assert.deepEqual([...encode('a', { name: 'UTF-16BE', hasByteOrderMark: true })], [0xfe, 0xff, 0, 0x61]);
  });

  it('is refused where it is none, or cannot be told', () => {
    const reasonOf = (bytes: readonly number[]) => {
      const decoded = decode(Buffer.from(bytes));
      return decoded.text === undefined ? decoded.reason : undefined;
    };
    assert.equal(reasonOf([0x61, 0, 0x62]), 'is no text file');
    assert.equal(reasonOf([0x61, 0xe9, 0x0a]), 'is written in neither UTF-8 nor UTF-16');
    assert.equal(reasonOf([0xff, 0xfe, 0x61]), 'ends in the middle of a UTF-16 character');
    assert.equal(reasonOf([]), undefined);
  });

  it('is not read where it is too large, and the message says how large', () => {
    const decoded = decode(Buffer.alloc(largestFile + 1, 0x20));
    assert.deepEqual(decoded, { text: undefined, reason: 'holds 21 MB, and more than 20 MB are not read' });
  });
});
