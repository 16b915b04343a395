import assert from 'node:assert/strict';
import { appendDocument, blank, blankBehind, type Edit, set } from '../../../../server/yaml/write/edits';
import { renderEdits } from '../../../../server/yaml/write/renderEdits';
import { edited, treeOf } from '../editing';

/** The blanks of an edited text: what stands there, and the choices behind bars. */
function blanks(text: string, ...edits: readonly Edit[]): string[] {
  return (renderEdits(treeOf(text), edits) ?? []).flatMap(({ newText, blanks: found = [] }) =>
    found.map(({ start, end, choices }) => [newText.slice(start, end), ...choices].join('|')),
  );
}

describe('a blank', () => {
  it('is written as its value anywhere in what is written', () => {
    const requests = { cpu: blank('100m', '250m'), memory: blank('128Mi') };
    assert.equal(
      edited('name: a\n', set(['resources'], { requests })),
      'name: a\nresources:\n  requests:\n    cpu: 100m\n    memory: 128Mi\n',
    );
    assert.equal(edited('a: {}\n', set(['a', 'port'], blank(8080))), 'a:\n  port: 8080\n');
    assert.equal(edited('a: [1]\n', set(['a', 1], blank('x'))), 'a: [1, x]\n');
    assert.equal(edited('{"a": {}}\n', set(['a', 'b'], blank('x'))), '{"a": {"b": "x"}}\n');
  });

  it('tells where it stands in what is written, and what else could stand there', () => {
    const requests = { cpu: blank('100m', '250m'), memory: blank('128Mi') };
    assert.deepEqual(blanks('name: a\n', set(['resources'], { requests })), ['100m|250m', '128Mi']);
    assert.deepEqual(blanks('image: nginx\n', set(['image'], blankBehind('nginx:', '1.27', '1.28'))), ['1.27|1.28']);
    assert.deepEqual(blanks('a: 1\n', appendDocument({ kind: 'X', name: blank('all') })), ['all']);
  });

  it('stands inside of the quotes that all its choices have', () => {
    assert.deepEqual(blanks('image: "nginx"\n', set(['image'], blankBehind('nginx:', '1.27'))), ['1.27']);
    assert.deepEqual(blanks("a: 'x'\n", set(['a'], blank('y', 'z'))), ['y|z']);
    assert.deepEqual(blanks('a: x\n', set(['a'], blank('y', 'yes'))), ['y|yes']);
    assert.deepEqual(blanks('a: x\n', set(['a'], blank('b', 'yes'))), ['b|"yes"']);
  });
});

describe('adding to a list', () => {
  it('puts several new items behind each other, the same one once', () => {
    const tmp = { name: 'tmp', emptyDir: {} };
    const cache = { name: 'cache', emptyDir: {} };
    assert.equal(
      edited('a:\n- name: x\n', set(['a', 1], tmp), set(['a', 1], cache), set(['a', 1], { ...tmp })),
      'a:\n- name: x\n- name: tmp\n  emptyDir: {}\n- name: cache\n  emptyDir: {}\n',
    );
    assert.equal(edited('b: 1\n', set(['a', 0], 'x'), set(['a', 0], 'z')), 'b: 1\na:\n  - x\n  - z\n');
    assert.equal(edited('a: [x]\n', set(['a', 1], 'w'), set(['a', 1], 'z')), 'a: [x, w, z]\n');
    assert.equal(edited('a: [x]\n', set(['a', 0], 'y'), set(['a', 0], 'z')), undefined);
  });

  it('writes the keys of a mapping that was missing in their customary order', () => {
    const context = ['securityContext'];
    assert.equal(
      edited('name: a\n', set([...context, 'seccompProfile', 'type'], 'X'), set([...context, 'runAsNonRoot'], true)),
      'name: a\nsecurityContext:\n  runAsNonRoot: true\n  seccompProfile:\n    type: X\n',
    );
    assert.equal(
      edited(
        'securityContext:\n  privileged: false\n',
        set([...context, 'seccompProfile', 'type'], 'X'),
        set([...context, 'runAsNonRoot'], true),
      ),
      'securityContext:\n  privileged: false\n  runAsNonRoot: true\n  seccompProfile:\n    type: X\n',
    );
  });
});
