import assert from 'node:assert/strict';
import { functionFacts } from '../../../../server/editing/chart/facts/functionFacts';
import { functions } from '../../../../server/rendering/charts/functions/functions';

describe('the facts about functions of templates', () => {
  it('are about the functions that charts are rendered with, all of them and no others', () => {
    assert.deepEqual([...functionFacts.keys()].sort(), [...functions.keys()].sort());
  });

  it('name as many parameters as the functions take', () => {
    for (const [name, { parameters, isVariadic }] of functions) {
      const fact = functionFacts.get(name);
      // Keys, a default and a table: in the signature of Go these are anything, any number of times.
      if (name === 'dig' || name === 'default') continue;
      assert.equal(fact?.parameters.length, parameters.length, name);
      assert.equal(fact?.parameters.at(-1)?.endsWith('…') ?? false, isVariadic, name);
    }
  });

  it('are sentences', () => {
    for (const { names, what } of functionFacts.values()) assert.match(what, /^[A-Z`].*[.]$/, names[0]);
  });
});
