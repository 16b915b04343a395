import assert from 'node:assert/strict';
import { type ObjectFacts, objectFacts } from '../../../../server/manifests/facts/objectFacts';
import { objectsWith } from '../../../../server/manifests/facts/objectsWith';
import { builtInWorkloadKinds } from '../../../../server/manifests/kinds/workloadKinds';
import { objectsOf } from '../../../../server/manifests/objects/objects';
import { parseTree } from '../../../../server/yaml/read/tree';
import { maskedText } from '../../../../server/yaml/templates/templates';

/** The facts of an object written on one line. */
function factsOf(text: string): ObjectFacts {
  const parsed = parseTree(maskedText(text), 0, text);
  const [object] = parsed.outcome === 'parsed' ? objectsOf(parsed.tree, builtInWorkloadKinds) : [];
  assert.ok(object);
  return objectFacts(object, []);
}

describe('objects with a fact', () => {
  const service = (name: string) => factsOf(`{apiVersion: v1, kind: Service, metadata: {name: ${name}}}`);
  const objects = [
    service('b'),
    factsOf('{apiVersion: v1, kind: LimitRange, metadata: {name: c}}'),
    service('a'),
    factsOf('{apiVersion: v1, kind: Node, metadata: {name: d}}'),
  ];

  it('are those of the kinds that have it, in their order', () => {
    assert.deepEqual(
      objectsWith(objects, 'service').map(({ name }) => name),
      ['b', 'a'],
    );
    assert.deepEqual(
      objectsWith(objects, 'limitRange').map(({ name }) => name),
      ['c'],
    );
    assert.deepEqual(objectsWith(objects, 'binding'), []);
  });

  it('are looked for once, however often they are asked for', () => {
    for (const fact of ['service', 'pod'] as const) {
      assert.equal(objectsWith(objects, fact), objectsWith(objects, fact));
    }
  });
});
