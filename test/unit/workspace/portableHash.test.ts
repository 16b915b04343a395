import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sha256 as ofNode } from '../../../server/workspace/nodeHash';
import { sha256 } from '../../../server/workspace/portableHash';

describe('SHA-256 without a module of Node', () => {
  it('is what the standard gives for its example', () => {
    assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is what Node gives, for texts of any length and any characters', () => {
    for (let length = 0; length <= 200; length++) assert.equal(sha256('é'.repeat(length)), ofNode('é'.repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => assert.equal(sha256(text), ofNode(text))),
      { numRuns: 100 },
    );
    assert.equal(sha256('a\uD800b\uDC00'), ofNode('a\uD800b\uDC00'));
  });
});
