import assert from 'node:assert/strict';
import type { OutlineNode } from '../../../../server/yaml/typing/outline';
import { missingItemPlace, type ValuePlace, valuePlace, writtenAt } from '../../../../server/yaml/typing/valuePlace';

/** The keys and items that lead to what is typed at the mark `¦`, and what the line becomes when a value is chosen. */
function chosenAt(marked: string, value: string, find = valuePlace): [string, string] | undefined {
  const lines = marked.split('\n');
  const line = lines.findIndex((text) => text.includes('¦'));
  const character = lines[line]?.indexOf('¦') ?? 0;
  const text = lines[line]?.replace('¦', '') ?? '';
  const place = find(lines.with(line, text), line, character);
  if (!place) return undefined;
  return [pathTo(place).join('.'), text.slice(0, place.start) + writtenAt(place, value) + text.slice(place.end)];
}

function pathTo({ node }: ValuePlace): string[] {
  const path: string[] = [];
  for (let at: OutlineNode | undefined = node; at?.parent; at = at.parent) {
    path.unshift(at.kind === 'item' ? '[]' : at.name);
  }
  return path;
}

describe('the place of a value that is being typed', () => {
  it('is behind a colon, whatever of the value is there', () => {
    const around = (line: string) => `a:\n  b:\n    ${line}\n    d: 1\n`;
    for (const line of ['c: ¦', 'c: wo¦', 'c: w¦o', 'c:   ¦', 'c: ¦  ', 'c: ¦ # why']) {
      assert.equal(chosenAt(around(line), 'word')?.[0], 'a.b.c', line);
    }
    assert.equal(chosenAt(around('c: w¦o'), 'word')?.[1], '    c: word');
    assert.equal(chosenAt(around('c: ¦ # why'), 'word')?.[1], '    c: word # why');
    assert.equal(chosenAt(around('c:¦'), 'word')?.[1], '    c: word');
  });

  it('is an item of a list, with its dash or still without', () => {
    assert.deepEqual(chosenAt('a:\n  - b\n  - ¦\n', 'c'), ['a.[]', '  - c']);
    assert.deepEqual(chosenAt('a:\n- ¦b\n', 'c'), ['a.[]', '- c']);
    assert.deepEqual(chosenAt('a:\n  -¦\n', 'c'), ['a.[]', '  - c']);
    assert.deepEqual(chosenAt('- - ¦\n', 'c'), ['[].[]', '- - c']);
    assert.deepEqual(chosenAt('a:\n  ¦\n', 'c', missingItemPlace), ['a.[]', '  - c']);
    assert.deepEqual(chosenAt('a:\n  - b\n  wo¦\n', 'c', missingItemPlace), ['a.[]', '  - c']);
    assert.equal(chosenAt('a:\n  - b\n    wo¦\n', 'c', missingItemPlace), undefined);
    assert.equal(chosenAt('a:\n  b: 1\n  ¦\n', 'c', missingItemPlace), undefined);
  });

  it('is in flow style, however much of its brackets is missing', () => {
    assert.deepEqual(chosenAt('a: {b: [¦]}\n', 'c'), ['a.b.[]', 'a: {b: [c]}']);
    assert.deepEqual(chosenAt('a: {b: ¦}\n', 'c'), ['a.b', 'a: {b: c}']);
    assert.deepEqual(chosenAt('a: [b, ¦\nd: 1\n', 'c'), ['a.[]', 'a: [b, c']);
    assert.deepEqual(chosenAt('a: [b, x¦, d]\n', 'c'), ['a.[]', 'a: [b, c, d]']);
    assert.deepEqual(chosenAt('a: [\n  b,\n  ¦\n]\n', 'c'), ['a.[]', '  c']);
    assert.deepEqual(chosenAt('- a: [{b: {}, c: [¦]}]\n', 'd'), ['[].a.[].c.[]', '- a: [{b: {}, c: [d]}]']);
  });

  it('keeps the quotes that are there, and takes those of its neighbours', () => {
    assert.equal(chosenAt('a: "¦"\n', 'c')?.[1], 'a: "c"');
    assert.equal(chosenAt("a: 'b¦x'\n", 'c')?.[1], "a: 'c'");
    assert.equal(chosenAt('a: "b¦\n', 'c')?.[1], 'a: "c"');
    assert.equal(chosenAt('a: ["b¦]\n', 'c')?.[1], 'a: ["c"]');
    assert.equal(chosenAt('a: ["b", ¦]\n', 'c')?.[1], 'a: ["b", "c"]');
    assert.equal(chosenAt("a:\n  - 'b'\n  - ¦\n", 'c')?.[1], "  - 'c'");
    assert.equal(chosenAt('a: ¦\n', '*')?.[1], 'a: "*"');
    assert.equal(chosenAt('a: "b"¦\n', 'c'), undefined);
  });

  it('is found in JSON', () => {
    const json = '{\n  "kind": "Pod",\n  "spec": {"a": [{"b": ["¦"]}]}\n}\n';
    assert.deepEqual(chosenAt(json, 'c'), ['spec.a.[].b.[]', '  "spec": {"a": [{"b": ["c"]}]}']);
    assert.deepEqual(chosenAt('{"a": ¦\n', 'c'), ['a', '{"a": "c"']);
  });

  it('is nowhere else', () => {
    for (const text of [
      'a¦: b',
      'a: b # c¦',
      '# a: ¦',
      'a: |\n  b: ¦\n',
      'a: {{ .Values.¦ }}',
      'a: *b¦',
      '¦',
      'a: [b]¦',
    ]) {
      assert.equal(chosenAt(text, 'c'), undefined, text);
    }
  });

  it('is found in long JSON, be it on one line or on thousands', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `{"name": "item-${index}", "values": [1, "two"]}`);
    for (const separator of [',', ',\n']) {
      const text = `{"kind": "List", "items": [${items.join(separator)}, {"a": ¦}]}`;
      assert.equal(chosenAt(text, 'c')?.[0], 'items.[].a');
    }
  });

  it('tells what else the list holds', () => {
    const others = (text: string) => valuePlace([text], 0, text.length - 1)?.others;
    assert.deepEqual(others('a: ["b", c, ]'), ['b', 'c']);
  });
});
