import assert from 'node:assert/strict';
import {
  booleanOf,
  descend,
  type Field,
  isMapping,
  items,
  mayHaveMore,
  member,
  members,
  numberOf,
  rangeOf,
  rootField,
  stringOf,
} from '../../../../server/yaml/field/field';
import { lines, treeOf } from '../editing';

function at(text: string, ...path: readonly (string | number)[]): Field {
  return path.reduce<Field>(
    (field, key) => {
      const next = typeof key === 'number' ? items(field)[key] : member(field, key);
      assert.ok(next, `there is no item ${key}`);
      return next;
    },
    rootField(treeOf(text)),
  );
}

function marked(text: string, field: Field): string {
  const { start, end } = rangeOf(field);
  return text.slice(start, end);
}

describe('a field', () => {
  it('is known where something is written, and absent where nothing or null is', () => {
    const text = 'a: 1\nb:\nc: ~\nd: null\ne: ""\nf: {}\ng: []\nh: "null"\n';
    const state = (key: string) => at(text, key).state;
    assert.deepEqual(['a', 'e', 'f', 'g', 'h'].map(state), Array(5).fill('known'));
    assert.deepEqual(['b', 'c', 'd', 'i'].map(state), Array(4).fill('absent'));
    assert.equal(at(text, 'a', 'x', 'y').state, 'absent');
  });

  it('is unknown where a template or a variable fills it in', () => {
    const text = 'a: {{ .a }}\nb: "x-{{ .b }}"\nc: ${C}\nd: "${D:-1}"\ne: $E\nf: [{{ .f }}]\n';
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map((key) => at(text, key).state),
      ['unknown', 'unknown', 'unknown', 'unknown', 'known'],
    );
    assert.equal(at(text, 'f', 0).state, 'unknown');
    assert.equal(at(text, 'a', 'below').state, 'unknown');
    assert.equal(booleanOf(at(text, 'a')), undefined);
  });

  it('tells its value in its own type and in no other', () => {
    const text = 'a: true\nb: "true"\nc: 0x10\nd: web\ne: {}\n';
    assert.equal(booleanOf(at(text, 'a')), true);
    assert.equal(stringOf(at(text, 'a')), undefined);
    assert.equal(stringOf(at(text, 'b')), 'true');
    assert.equal(booleanOf(at(text, 'b')), undefined);
    assert.equal(numberOf(at(text, 'c')), 16);
    assert.equal(stringOf(at(text, 'd')), 'web');
    assert.equal(isMapping(at(text, 'e')), true);
    assert.equal(isMapping(at(text, 'd')), false);
  });

  it('of a key written twice is the last one that is known', () => {
    assert.equal(numberOf(at('a: 1\na: 2\n', 'a')), 2);
    assert.equal(numberOf(at('a: 1\na: {{ .a }}\n', 'a')), 1);
    assert.equal(at('a: {{ .a }}\na: {{ .b }}\n', 'a').state, 'unknown');
  });
});

describe('aliases and merge keys', () => {
  const text = lines(
    ...['one: &one', '  a: 1', '  b: 1', 'two: &two', '  b: 2', '  c: 2', 'three: &three', '  <<: *two', '  d: 3'],
    ...[
      'single: {<<: *one, x: 0}',
      'list: {<<: [*one, *two]}',
      'own: {<<: *one, b: 9}',
      'over: {b: 9, <<: *one}',
      'nested: {<<: *three}',
    ],
    ...[
      'inline: {<<: {a: 7}}',
      'alias: *one',
      'quoted: {"<<": *one}',
      'dangling: {<<: *none}',
      'twice: {<<: *one, <<: *two}',
    ],
  );

  it('bring the members of what they merge: the first of a list wins, else what is written later', () => {
    assert.equal(numberOf(at(text, 'single', 'a')), 1);
    assert.equal(numberOf(at(text, 'list', 'b')), 1);
    assert.equal(numberOf(at(text, 'list', 'c')), 2);
    assert.equal(numberOf(at(text, 'own', 'b')), 9);
    assert.equal(numberOf(at(text, 'over', 'b')), 1);
    assert.equal(numberOf(at(text, 'twice', 'b')), 2);
    assert.equal(numberOf(at(text, 'nested', 'c')), 2);
    assert.equal(numberOf(at(text, 'inline', 'a')), 7);
    assert.equal(numberOf(at(text, 'alias', 'a')), 1);
    assert.equal(at(text, 'quoted', 'a').state, 'absent');
    assert.equal(at(text, 'dangling', 'a').state, 'unknown');
  });

  it('are listed among the members, each name once', () => {
    const names = (key: string) => members(at(text, key)).map(({ name }) => name);
    assert.deepEqual(names('own'), ['a', 'b']);
    assert.deepEqual(names('nested'), ['b', 'c', 'd']);
    assert.deepEqual(names('alias'), ['a', 'b']);
  });

  it('mark as shared what editing would change in other places too', () => {
    assert.equal(at(text, 'single', 'x').isShared, false);
    for (const path of [['single', 'a'], ['alias'], ['alias', 'a'], ['one'], ['one', 'a'], ['nested', 'c']]) {
      assert.equal(at(text, ...path).isShared, true, path.join('.'));
    }
    assert.equal(at(text, 'three').isShared, true);
    assert.equal(at(text, 'own', 'b').isShared, false);
    assert.equal(at('a: &a\n  b: 1\n', 'a', 'b').isShared, false, 'nothing refers to the anchor');
  });
});

describe('a template gap', () => {
  const open = lines(
    ...['spec:', '  a: 1', '  {{- include "x" . | nindent 2 }}', '  context:', '    {{- toYaml .c | nindent 4 }}'],
    ...['  list:', '    - name: web', '      {{- toYaml .i | nindent 6 }}', '    {{- include "more" . | nindent 4 }}'],
    ...['    - name: side', 'other:', '  b: 1', 'bare: {{- toYaml .bare | nindent 2 }}', 'flat:', '- name: x'],
    ...['{{- include "items" . }}'],
  );

  it('makes what is absent unknown in exactly the mapping that it adds to', () => {
    assert.equal(at(open, 'spec', 'missing').state, 'unknown');
    assert.equal(at(open, 'spec', 'context').state, 'unknown');
    assert.equal(at(open, 'spec', 'context', 'x').state, 'unknown');
    assert.equal(at(open, 'spec', 'list', 0, 'missing').state, 'unknown');
    assert.equal(at(open, 'spec', 'list', 1, 'missing').state, 'absent');
    assert.equal(at(open, 'other', 'missing').state, 'absent');
    assert.equal(at(open, 'bare', 'x').state, 'unknown');
    assert.equal(at(open, 'flat', 0, 'missing').state, 'absent');
  });

  it('leaves what is written as it is', () => {
    assert.equal(numberOf(at(open, 'spec', 'a')), 1);
    assert.equal(stringOf(at(open, 'spec', 'list', 0, 'name')), 'web');
  });

  it('lets a list or a mapping have more', () => {
    assert.equal(mayHaveMore(at(open, 'spec', 'list')), true);
    assert.equal(mayHaveMore(at(open, 'flat')), true);
    assert.equal(mayHaveMore(at(open, 'spec')), true);
    assert.equal(mayHaveMore(at(open, 'other')), false);
  });

  it('is also a key that a template writes', () => {
    assert.equal(at('a:\n  {{ .k }}: 1\n  b: 2\n', 'a', 'missing').state, 'unknown');
    assert.deepEqual(
      members(at('a:\n  {{ .k }}: 1\n  b: 2\n', 'a')).map(({ name }) => name),
      ['b'],
    );
  });
});

describe('the place where a field is shown', () => {
  const text = lines(
    'spec:',
    '  flag: true # c',
    '  list:',
    '    - name: "web"',
    '    - {x: 1}',
    '  none:',
    '  s: |',
    '    x',
  );

  it('is its value, or its key if it is a collection or has no value', () => {
    assert.equal(marked(text, at(text, 'spec', 'flag')), 'true');
    assert.equal(marked(text, at(text, 'spec', 'list')), 'list');
    assert.equal(marked(text, at(text, 'spec', 'none')), 'none');
    assert.equal(marked(text, at(text, 'spec', 'list', 0, 'name')), '"web"');
    assert.equal(marked(text, at(text, 'spec', 's')), '|\n    x');
  });

  it('is the first line of an item that has no key', () => {
    assert.equal(marked(text, at(text, 'spec', 'list', 0)), 'name: "web"');
    assert.equal(marked(text, at(text, 'spec', 'list', 1)), '{x: 1}');
  });

  it('is the key of the nearest thing that exists if it is missing', () => {
    const missing = descend(rootField(treeOf(text)), 'spec', 'securityContext', 'privileged');
    assert.equal(marked(text, missing), 'spec');
    assert.equal(marked(text, at(text, 'spec', 'none', 'x')), 'none');
    assert.equal(marked(text, at(text, 'missing')), 'spec:');
    assert.equal(marked('\r\na:\r\n  b: 1\r\n', at('\r\na:\r\n  b: 1\r\n')), 'a:');
  });
});
