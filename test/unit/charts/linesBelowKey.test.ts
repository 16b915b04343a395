import assert from 'node:assert/strict';
import { linesBelowKey } from '../../../client/charts/linesBelowKey';

function below(text: string, line: number): number[] {
  const lines = text.split('\n');
  return linesBelowKey((at) => lines[at], line);
}

describe('The lines below a key of values', () => {
  it('are those of its table or list, blank ones left out', () => {
    assert.deepEqual(below('a:\n  b:\n    c: 1\n\n  d: 2\ne: 3\n', 0), [1, 2, 4]);
    assert.deepEqual(below('list: # of ports\n- 1\n- 2\nnext: 3\n', 0), [1, 2]);
  });

  it('are none where the value stands behind the key, and for what is no key', () => {
    assert.deepEqual(below('a: 1\n  b: 2\n', 0), []);
    assert.deepEqual(below('# a:\n  b: 2\n', 0), []);
  });
});
