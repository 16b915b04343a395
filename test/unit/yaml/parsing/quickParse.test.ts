import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { quickParse, sharedReads } from '../../../../server/yaml/parsing/quickParse';
import { below, randomFrom } from '../../../random';

/** A tree as far as anybody reads it: what is written, how, and where. */
function shapeOf(node: unknown, text: string): unknown {
  if (isScalar(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    // Where a block scalar ends behind its text is read by nobody.
    return [node.type, node.value, start, text.slice(0, end).trimEnd().length, node.anchor, node.tag];
  }
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [shapeOf(key, text), shapeOf(value, text)]);
    return { flow: node.flow === true, start: node.range?.[0], pairs };
  }
  if (isSeq(node)) {
    return { flow: node.flow === true, start: node.range?.[0], items: node.items.map((item) => shapeOf(item, text)) };
  }
  return String(node);
}

function parsed(text: string) {
  return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false, logLevel: 'silent' });
}

/** Asserts that the quick reader says what `yaml` says or nothing; gives back whether it spoke. */
function assertAgrees(text: string): boolean {
  const quick = quickParse(text);
  if (!quick) return false;
  const { contents, errors } = parsed(text);
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
    `read in spite of a fault:\n${text}`,
  );
  assert.deepEqual(shapeOf(quick, text), shapeOf(contents, text), text);
  return true;
}

const manifest = `\uFEFF# A comment
---  # another
apiVersion: apps/v1
kind: "Deployment"   # quoted
'metadata':
  name: web
  labels: {app: web, "tier":front, 'a b': "c, d", empty: {}, list: [1, "two", [three]]}
  annotations:
    note: |

      two lines
        the second one indented

      and more

    stripped: |-
      text
    folded: a text that
      goes on - below, [here]
        and there  # up to a comment
    below:
      {a: b}
    url: https://example.com:8080/#anchor
    text: it's a "plain" one, with: no
spec:
  replicas:   3
  nothing:
  template:
    spec:
      containers:
      - name: a

        image: registry:5000/a@sha256:0123
        args: ["--a=b", '--c=it''s', "a\\tb\\u0041", --d, -e]
        command:
        - --f=-
        - -g
        # between
        env:
        - name: X
          value: ''
        -
          name: Y
        - - nested
          - list
        -
        - a text
         of two lines
      tolerations:
        []
...
`;

describe('the quick reader', () => {
  it('gives the nodes and offsets that yaml gives', () => {
    const text = manifest.replace(', with: no', ', with no colon').replace('\\u0041', 'A');
    assert.equal(assertAgrees(text), true);
    assert.equal(assertAgrees(text.replaceAll('\n', '\r\n')), true);
    assert.equal(assertAgrees(text.trimEnd()), true);
  });

  it('leaves to yaml whatever is not plain', () => {
    for (const text of [
      'a: &x 1\n',
      'a: *x\n',
      'a: !!str 1\n',
      '<<: {a: 1}\n',
      '? a\n: b\n',
      'a: >\n  folded\n',
      'a: |2\n    x\n',
      'a: |+\n  x\n\n',
      'a: b\n\n  c\n',
      'a: b # comment\n  c\n',
      'a: b\n  c: d\n',
      'a: b\n  c\td\n',
      'a:\n  b\n',
      'a:\n  {b: c}: d\n',
      'a: [b,\n  c]\n',
      'a: "b\n  c"\n',
      'a: "\\x41"\n',
      'a:\tb\n',
      'a: b: c\n',
      'a: @b\n',
      'a: {b, c}\n',
      'a: [b: c]\n',
      'a: "b"c\n',
      'a: b\n c: d\n',
      '  a: b\nc: d\n',
      'a:\n  - b\n c: d\n',
      '%YAML 1.2\n---\na: b\n',
      'a: b\n...\nc: d\n',
      'a: b\n... # comment\n',
      '--- a: b\n',
      'just text\n',
      '',
    ]) {
      assert.equal(quickParse(text), undefined, JSON.stringify(text));
    }
  });

  it('agrees with yaml about every small change of a manifest that it still reads', () => {
    const text = manifest.replace(', with: no', '').replace('\\u0041', '');
    const inserted = [' ', '\n', ': ', ' #', '- ', '"', '{', '\t'];
    let read = 0;
    for (let at = 0; at <= text.length; at++) {
      for (const piece of ['', ...inserted]) {
        const changed = text.slice(0, at) + piece + text.slice(piece === '' ? at + 1 : at);
        if (assertAgrees(changed)) read++;
      }
    }
    assert.ok(read > 1000, `${read} changes were read`);
  }).timeout(60_000);

  it('reads JSON, over however many lines, as yaml does, and nothing that only looks like it', () => {
    const text = `{
\t"kind" : "Pod", "a":\r\n"b",
  "list": [1, -2.5e3 , true,null
, {"c":"d\\n\\"e\\""}, [
] ], "empty": {
}}
`;
    assert.equal(assertAgrees(text), true);
    let read = 0;
    for (let at = 0; at <= text.length; at++) {
      for (const piece of ['', ' ', '\n', ',', '#', '"', '{', '\t', '1', '\\']) {
        const changed = text.slice(0, at) + piece + text.slice(piece === '' ? at + 1 : at);
        if (assertAgrees(changed)) read++;
      }
    }
    assert.ok(read > 300, `${read} changes were read`);
    for (const other of [
      '{a: 1}\n',
      '{"a": 1,}\n',
      '{"a": 1}\n{"b": 2}\n',
      '{"a": 1}\nb: 2\n',
      '{"<<": {"a": 1}}\n',
      '[1]\n',
    ]) {
      assert.equal(quickParse(other), undefined, other);
    }
  });

  it('reads a text as ever whose lines it has read of others that leave out some', () => {
    const random = randomFrom(5);
    const written = manifest.replace(', with: no', '').replace('\\u0041', '').replace('...\n', '');
    let read = 0;
    for (let round = 0; round < 400; round++) {
      const lines = written.split('\n').flatMap((line) => {
        const other = [
          '',
          '  # a comment',
          '        more',
          `${' '.repeat(below(9, random))}- x`,
          '      k: v',
          '    |',
        ];
        return random() < 0.03 ? [line, other[below(other.length, random)] ?? ''] : [line];
      });
      const whole = lines.join('\n');
      const shared = sharedReads(whole);
      for (let way = 0; way < 6; way++) {
        const text = lines.map((line) => (random() < 0.03 ? '\n'.repeat(line.length) : line)).join('\n');
        const quick = quickParse(text, shared);
        const { contents, errors } = parsed(text);
        if (!quick) continue;
        read++;
        assert.deepEqual(errors, [], text);
        assert.deepEqual(shapeOf(quick, text), shapeOf(contents, text), text);
      }
    }
    assert.ok(read > 100, `${read} texts were read`);
  }).timeout(60_000);
});
