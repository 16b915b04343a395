import assert from 'node:assert/strict';
import { appendDocument, set } from '../../../../server/yaml/write/edits';
import { edited, lines } from '../editing';

const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'all' }, spec: { hard: { pods: '10' } } };
const written = lines(
  '---',
  'apiVersion: v1',
  'kind: ResourceQuota',
  'metadata:',
  '  name: all',
  'spec:',
  '  hard:',
  '    pods: "10"',
);

describe('adding a document', () => {
  it('writes it behind the one at hand, its comments included', () => {
    const text = lines('kind: Namespace', 'metadata:', '  name: a', '# the end');
    assert.equal(edited(text, appendDocument(quota)), text + written);
  });

  it('keeps the indentation, the line ends and the end of the file', () => {
    const text = 'kind: Namespace\r\nmetadata:\r\n    name: a';
    const indented = written.replace(/^( +)/gm, '$1$1').replaceAll('\n', '\r\n').trimEnd();
    assert.equal(edited(text, appendDocument(quota)), `${text}\r\n${indented}`);
  });

  it('goes together with other edits, and the same document is added once', () => {
    assert.equal(
      edited('kind: Namespace\n', set(['apiVersion'], 'v1'), appendDocument(quota), appendDocument({ ...quota })),
      `apiVersion: v1\nkind: Namespace\n${written}`,
    );
  });

  it('comes behind the marker of the document’s end', () => {
    assert.equal(edited('kind: Namespace\n...\n', appendDocument(quota)), `kind: Namespace\n...\n${written}`);
  });

  it('is refused in JSON, in Lists and where a template has the last word', () => {
    assert.equal(edited('{"kind": "Namespace"}\n', appendDocument(quota)), undefined);
    assert.equal(edited('kind: List\nitems:\n- kind: Namespace\n', appendDocument(quota)), undefined);
    assert.equal(edited('{{ if .a }}\nkind: Namespace\n{{ end }}\n', appendDocument(quota)), undefined);
    assert.equal(edited('kind: Namespace\nspec: |-\n', appendDocument(quota)), `kind: Namespace\nspec: |-\n${written}`);
  });
});
