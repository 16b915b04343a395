import assert from 'node:assert/strict';
import { isFractional, parseQuantity } from '../../../../server/manifests/pods/quantity';

describe('a quantity', () => {
  const equal: readonly (readonly [string, string])[] = [
    ['1', '1000m'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['5.', '5'],
    ['1Ki', '1024'],
    ['1.5Gi', '1536Mi'],
    ['1k', '1e3'],
    ['1E3', '1000'],
    ['1E', '1000P'],
    ['1e-3', '1m'],
    ['+1', '1'],
    ['0.1n', '1n'],
    ['1u', '1000n'],
    // What is greater than the greatest counts as the greatest.
    ['9223372036854775807', '1e999999999'],
  ];
  for (const [one, other] of equal) {
    it(`is the same however it is written: ${one} and ${other}`, () => {
      const value = parseQuantity(one);
      assert.notEqual(value, undefined);
      assert.equal(value, parseQuantity(other));
    });
  }

  it('is compared exactly', () => {
    assert.ok((parseQuantity('1Gi') ?? 0n) > (parseQuantity('1G') ?? 0n));
    assert.ok((parseQuantity('1000Mi') ?? 0n) < (parseQuantity('1Gi') ?? 0n));
    assert.ok((parseQuantity('9007199254740993') ?? 0n) > (parseQuantity('9007199254740992') ?? 0n));
    assert.ok((parseQuantity('-1') ?? 0n) < 0n);
  });

  it('is none where the API server reads none', () => {
    for (const text of ['', '1 Gi', '1gi', '1GB', '1KI', '1e', 'x', '1.2.3', '1Ki5'])
      assert.equal(parseQuantity(text), undefined);
  });

  it('tells whether it comes in whole pieces', () => {
    assert.equal(isFractional(parseQuantity('400m') ?? 0n), true);
    assert.equal(isFractional(parseQuantity('2000m') ?? 0n), false);
    assert.equal(isFractional(parseQuantity('400Mi') ?? 0n), false);
  });
});
