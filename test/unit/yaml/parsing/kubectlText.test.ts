import assert from 'node:assert/strict';
import { descend, rootField } from '../../../../server/yaml/field/field';
import { asKubectlReads } from '../../../../server/yaml/parsing/kubectlText';
import { plainValueOf } from '../../../../server/yaml/write/plainValue';
import { treeOf } from '../editing';

function valueOfText(text: string): unknown {
  const tree = treeOf(text);
  assert.deepEqual(tree.faults, [], JSON.stringify(text));
  assert.equal(tree.refusal, undefined, JSON.stringify(text));
  return plainValueOf(rootField(tree));
}

function refusalOf(text: string): string | undefined {
  const { faults, refusal } = treeOf(text);
  assert.deepEqual(faults, [], JSON.stringify(text));
  return refusal && `${text.slice(refusal.start, refusal.end)}: ${refusal.message}`;
}

describe('a document, as kubectl reads it', () => {
  it('has lines that end with a lone carriage return and with the line breaks of Unicode', () => {
    for (const end of ['\r', '\u0085', '\u2028', '\u2029', '\r\n']) {
      assert.deepEqual(valueOfText(`a: 1 # note${end}b: |${end}  x${end}`), { a: 1, b: 'x\n' }, JSON.stringify(end));
    }
    assert.deepEqual(valueOfText('a: 1\n# note\rb: 2\n'), { a: 1, b: 2 });
  });

  it('may begin with a byte order mark, behind its marker too', () => {
    for (const text of [
      '\uFEFFa: 1\nb: 2\n',
      '---\n\uFEFFa: 1\nb: 2\n',
      '\uFEFF---\n\uFEFFa: 1\nb: 2\n',
      '# c\n---\n\uFEFFa: 1\nb: 2\n',
    ]) {
      assert.deepEqual(valueOfText(text), { a: 1, b: 2 }, JSON.stringify(text));
    }
  });

  it('ends at `...`', () => {
    assert.deepEqual(valueOfText('a: 1\n...\nb: 2\n'), { a: 1 });
    assert.deepEqual(valueOfText('a: |\n  x\n...\n  y\n'), { a: 'x\n' });
    assert.deepEqual(valueOfText('a: 1\r---\rb: 2\r'), { a: 1 });
  });

  it('keeps every offset', () => {
    for (const text of [
      'a: 1\n...\nb: 2\n\n',
      '---\n\uFEFFa: 1\n',
      'a\r\n#\u2028b: 1\r',
      '---# c\na: 1\n',
      'a: "\uE000"\n',
    ]) {
      assert.equal(asKubectlReads(text).length, text.length, JSON.stringify(text));
    }
  });

  it('has flow collections and quoted text whose lines may begin at any column', () => {
    assert.deepEqual(valueOfText('a:\n  b: [\n  {c: 1}\n  ]\n  d: 2\n'), { a: { b: [{ c: 1 }], d: 2 } });
    assert.deepEqual(valueOfText('a: {\n  b: 1\n# note\n  }\nc: 2\n'), { a: { b: 1 }, c: 2 });
    assert.deepEqual(valueOfText('a: {}\n# note\nb: 1\n'), { a: {}, b: 1 });
    assert.deepEqual(valueOfText('a: "x\ny"\nb: \'x\n\ny\'\n'), { a: 'x y', b: 'x\ny' });
    assert.deepEqual(valueOfText('a:\n  b:\n  [1]\n  c:\n  "x"\n'), { a: { b: [1], c: 'x' } });
    assert.deepEqual(valueOfText('a: >-\n  x\nb: &b\n  c: [\n1]\n'), { a: 'x', b: { c: [1] } });
  });

  it('gives such text the offsets that it has', () => {
    const text = 'a:\n  b: [\n  {c: 1}\n  ]\n';
    const { node } = descend(rootField(treeOf(text)), 'a', 'b');
    assert.deepEqual(node?.range?.slice(0, 2), [text.indexOf('['), text.lastIndexOf(']') + 1]);
  });

  it('may be several objects in JSON', () => {
    assert.deepEqual(valueOfText('{"a": 1}{"b": 2}\n{"c": "}{"}'), [{ a: 1 }, { b: 2 }, { c: '}{' }]);
  });

  it('takes tags in quotes as well', () => {
    assert.deepEqual(
      valueOfText(
        'a: !!bool "true"\nb: !!int "0"\nc: !!null "~"\nd: !!str 12\ne: ! 12\nf: !!binary aGk=\ng: !!float "1"\n',
      ),
      { a: true, b: 0, c: null, d: '12', e: '12', f: 'hi', g: 1 },
    );
    assert.deepEqual(valueOfText('!!merge "<<": {a: 1}\n"<<": 2\n'), { a: 1, '<<': 2 });
  });

  it('is refused for what YAML 1.2 takes and kubectl does not', () => {
    for (const [text, refusal] of [
      ['a:\n-\tb\n', '\t: a tab is no indentation'],
      ['a:\n  -\tb\n', '\t: a tab is no indentation'],
      ['--- {a: 1}\n', '---: nothing but a comment may stand on the line of ---'],
      ['a: "\\/"\n', '\\/: "\\/" is an escape of JSON alone'],
      ['{"a": "\\/"}\n', undefined],
      ['a: &b.c 1\n', '&b.c: the name of an anchor holds nothing but letters, digits, _ and -'],
      ['~: 1\n', '~: a key must not be empty'],
      ['? [a]\n: 1\n', '[a]: a key must be text'],
      ['<<: 1\n', '<<: nothing but mappings can be merged'],
      ['a: {<<: 1}\n', '<<: nothing but mappings can be merged'],
      ['a: !!int x\n', "x: kubectl can't read this as !!int"],
      ['a: [.inf]\n', '.inf: this is no number that JSON can hold'],
      ['a: b # \u0001\n', '\u0001: control characters are not allowed'],
    ] as const) {
      assert.equal(refusalOf(text), refusal);
    }
  });

  it('may hold tabs where no key could begin', () => {
    for (const text of [
      'a:\tb\t# c\n',
      'a: {\tb: c\t}\t\n\t\nd: e\n',
      'a: b\n  \tc\n',
      'a: |\n  x\n  \ty\n\n',
      'a: [\n\tb\n]\n',
      '---\t\na: b\n',
    ]) {
      assert.equal(refusalOf(text), undefined, JSON.stringify(text));
    }
  });
});
