import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint';
import { optionsOf } from '../workspace/objects/indexing';

const options = optionsOf();
const deep = `${'['.repeat(250)}${']'.repeat(250)}`;

function rulesIn(text: string): string[] {
  return lint(text, options).documents.flatMap(({ document }) => document.findings.map(({ rule }) => rule.id));
}

describe('A document that is nested too deep to be read', () => {
  it('is told of where it may be an object, however its keys are written', () => {
    assert.deepEqual(rulesIn(`apiVersion: v1\nkind: Pod\nspec: ${deep}\n`), ['yaml-syntax']);
    assert.deepEqual(rulesIn(`{"apiVersion": "v1", "kind": "Pod", "spec": ${deep}}`), ['yaml-syntax']);
    assert.deepEqual(rulesIn(`{"apiVersion": "v1", "\\u006bind": "Pod", "spec": ${deep}}`), ['yaml-syntax']);
  });

  it('is nothing to speak of where it only mentions what objects have', () => {
    assert.deepEqual(rulesIn(`log:\n  - "a kind of apiVersion"\n  - ${deep}\n`), []);
  });
});
