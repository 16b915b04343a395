import assert from 'node:assert/strict';
import { isObject, itemsAt, numberAt, textAt, textsAt, valueAt } from '../../server/unknownJson';

describe('What somebody else has sent', () => {
  const sent: unknown = JSON.parse('{"spec": {"hosts": ["a", 7, "b"], "port": 80, "name": "web"}, "none": null}');

  it('is an object, a list, null or none of them', () => {
    assert.deepEqual([sent, {}, [], null, undefined, 'text'].map(isObject), [true, true, false, false, false, false]);
  });

  it('is read along a path, through objects and lists', () => {
    assert.equal(textAt(sent, 'spec', 'name'), 'web');
    assert.equal(numberAt(sent, 'spec', 'port'), 80);
    assert.equal(valueAt(sent, 'spec', 'hosts', 1), 7);
    assert.equal(valueAt(sent, 'none'), null);
    assert.deepEqual(itemsAt(sent, 'spec', 'hosts'), ['a', 7, 'b']);
    assert.deepEqual(textsAt(sent, 'spec', 'hosts'), ['a', 'b']);
  });

  it('is nothing where it is something else, or not there', () => {
    assert.equal(textAt(sent, 'spec', 'port'), undefined);
    assert.equal(numberAt(sent, 'spec', 'name'), undefined);
    assert.equal(valueAt(sent, 'none', 'below'), undefined);
    assert.equal(valueAt(undefined, 'spec'), undefined);
    assert.deepEqual(itemsAt(sent, 'spec'), []);
  });

  it('has nothing that every object has', () => {
    assert.equal(valueAt(sent, 'constructor'), undefined);
    assert.equal(valueAt(sent, 'spec', 'hosts', 'length'), 3);
  });
});
