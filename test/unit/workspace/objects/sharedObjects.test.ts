import assert from 'node:assert/strict';
import type { ObjectFacts } from '../../../../server/manifests/facts/objectFacts';
import { sharedObjects } from '../../../../server/workspace/objects/sharedObjects';

function object(name: string): ObjectFacts {
  return {
    group: '',
    version: 'v1',
    kind: 'Secret',
    name,
    namespace: undefined,
    labels: { values: {}, mayHaveMore: false },
    range: { start: 0, end: 0 },
    replicas: undefined,
  };
}

describe('objects that are shared', () => {
  it('are all there but for those that are known better, whichever these are', () => {
    const names = ['a', 'b', 'c', 'd'];
    const shared = sharedObjects(names, object);
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      const known = names.filter((_, index) => (mask >> index) % 2 === 1);
      const left = shared.without([...known, ...known, 'x']).map(({ name }) => name);
      assert.deepEqual(
        left.sort(),
        names.filter((name) => !known.includes(name)),
      );
    }
    assert.equal(shared.without([]).length, 4);
  });
});
