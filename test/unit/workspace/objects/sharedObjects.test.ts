import assert from 'node:assert/strict';
import type { ObjectFacts } from '../../../../server/manifests/facts/objectFacts';
import { sharedObjects } from '../../../../server/workspace/objects/sharedObjects';

function object(name: string | null, binding?: ObjectFacts['binding']): ObjectFacts {
  return {
    group: '',
    version: 'v1',
    kind: 'Secret',
    name,
    namespace: undefined,
    labels: { values: {}, mayHaveMore: false },
    range: { start: 0, end: 0 },
    replicas: undefined,
    ...(binding && { binding }),
  };
}

describe('objects that are shared', () => {
  it('are all there but for those that are known better, whichever these are', () => {
    const names = ['a', 'b', 'c', 'd'];
    const shared = sharedObjects(names, (name) => object(name));
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      const known = names.filter((_, index) => (mask >> index) % 2 === 1);
      const left = shared.without(new Set([...known, 'x'])).map(({ name }) => name);
      assert.deepEqual(
        left.sort(),
        names.filter((name) => !known.includes(name)),
      );
    }
    assert.equal(shared.without(new Set()).length, 4);
  });

  it('are found by the names that they have or bind, with all whose names nobody knows', () => {
    const bound = (kind: string | null, name: string | null, mayHaveMore = false) => ({
      roleKind: 'Role',
      roleName: 'reader',
      subjects: [{ kind, name, namespace: undefined }],
      mayHaveMore,
    });
    const objects = new Map([
      ['web', object('web')],
      ['other', object('other')],
      ['binds web', object('binding', bound('ServiceAccount', 'web'))],
      ['binds other', object('binding', bound('ServiceAccount', 'other'))],
      ['binds a group', object('binding', bound('Group', 'system:serviceaccounts'))],
      ['binds what a template names', object('binding', bound('ServiceAccount', null))],
      ['binds what a template chooses', object('binding', bound(null, 'other'))],
      ['may bind more', object('binding', bound('ServiceAccount', 'other', true))],
      ['is named by a template', object(null)],
    ]);
    const keys = [...objects.keys()];
    const shared = sharedObjects(keys, (key) => objects.get(key) ?? object(key));
    const found = shared.without(new Set(['may bind more', 'other']), 'web');
    assert.deepEqual(
      keys.filter((key) => found.some((facts) => facts === objects.get(key))),
      [
        'web',
        'binds web',
        'binds a group',
        'binds what a template names',
        'binds what a template chooses',
        'is named by a template',
      ],
    );
  });
});
