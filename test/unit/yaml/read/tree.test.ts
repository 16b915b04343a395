import assert from 'node:assert/strict';
import { member, rootField } from '../../../../server/yaml/field/field';
import { parseTree } from '../../../../server/yaml/read/tree';
import { maskedText } from '../../../../server/yaml/templates/templates';
import { linesFound } from '../../lint/linting';
import { lines, treeOf } from '../editing';

const pod = lines('apiVersion: v1', 'kind: Pod', 'spec:', '  hostNetwork: true', '  containers: []');

function refusal(text: string): string | undefined {
  const parsed = parseTree(maskedText(text), 0, text);
  return parsed.outcome === 'refused' ? parsed.message : undefined;
}

describe('a document of absurd depth', () => {
  const deep: Record<string, string> = {
    'flow sequences': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    'flow sequences that never end': `a: ${'['.repeat(10_000)}\n`,
    'flow mappings': `a: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`,
    'dashes on one line': `a:\n  ${'- '.repeat(10_000)}x\n`,
    'explicit keys on one line': `${'? '.repeat(10_000)}x\n`,
    'block mappings': Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  };
  for (const [what, text] of Object.entries(deep)) {
    it(`is refused with a message: ${what}`, () => {
      assert.equal(refusal(text), 'This document is nested deeper than 200 levels, so it is not checked');
    }).timeout(20_000);
  }

  it('is still read when it is deeper than any object but sane', () => {
    assert.equal(refusal(`a: ${'['.repeat(150)}${']'.repeat(150)}\n`), undefined);
  });

  it('is reported once, on its first line, whatever else is in the file', () => {
    assert.deepEqual(linesFound(`${pod}---\n${pod}a: ${'['.repeat(300)}${']'.repeat(300)}\n`), [
      'host-network 4',
      'yaml-syntax 6',
    ]);
  });
});

describe('aliases', () => {
  const tooMany = 'The aliases of this document stand for more than 100000 values, so it is not checked';

  it('that multiply are refused: a billion laughs, merged, and Lists inside of Lists', () => {
    const bomb = (write: (aliases: string) => string) =>
      Array.from({ length: 12 }, (_, depth) => {
        const aliases = Array.from({ length: 9 }, () => `*l${depth - 1}`).join(', ');
        return `l${depth}: &l${depth} ${depth === 0 ? '{a: b}' : write(aliases)}\n`;
      }).join('');
    assert.equal(refusal(bomb((aliases) => `[${aliases}]`)), tooMany);
    assert.equal(refusal(bomb((aliases) => `{<<: [${aliases}]}`)), tooMany);
    assert.equal(refusal(bomb((aliases) => `{apiVersion: v1, kind: List, items: [${aliases}]}`)), tooMany);
  });

  it('of something large are refused when there are many', () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => index).join(', ');
    const uses = Array.from({ length: 1_000 }, () => '*a').join(', ');
    assert.equal(refusal(`a: &a [${numbers}]\nb: [${uses}]\n`), tooMany);
    assert.equal(refusal(`a: &a [${numbers}]\nb: [*a, *a, *a]\n`), undefined);
  });

  it('of what they stand in are refused', () => {
    for (const text of ['a: &a [*a]\n', 'a: &a\n  b: {c: *a}\n', 'a: &a\n  <<: *a\n']) {
      assert.equal(refusal(text), 'The anchor &a contains an alias of itself', text);
    }
  });

  it('stand for the anchor that comes last before them', () => {
    const root = rootField(treeOf('a: &x one\nb: *x\nc: &x two\nd: *x\n'));
    assert.equal(String(member(root, 'b').node), 'one');
    assert.equal(String(member(root, 'd').node), 'two');
  });

  it('of anchors that are not there are a fault of the text', () => {
    const [fault] = treeOf('a: *later\nb: &later 1\n').faults;
    assert.deepEqual(fault, { start: 3, end: 9, message: 'No anchor &later stands before this' });
  });
});

describe('a fault of the text', () => {
  it('is told once a document, at the first place, on one line', () => {
    const { faults } = treeOf('a: [1, 2\nb: "x\nc: d: e\n');
    assert.equal(faults.length, 1);
    assert.ok((faults[0]?.start ?? -1) > 0);
    assert.doesNotMatch(faults[0]?.message ?? '\n', /\n/);
  });

  it('is none of the odd but legal things that people write', () => {
    for (const text of [
      'a: 1\na: 2\n',
      '{"a": 1,\n\t"b": [1,\n\t2]}\n',
      'a:\n- b\n-   c: 1\n    d: 2\n',
      '? a\n: b\n',
      'a: !custom b\n',
      '"a": \'b\'\n---',
      'a: |2\n   x\n',
      '\uFEFFa: b\n',
      'a: b\r\nc: |\r\n  d\r\n',
      '# only a comment\n',
      '',
    ]) {
      assert.deepEqual(treeOf(text).faults, [], text);
    }
  });
});
