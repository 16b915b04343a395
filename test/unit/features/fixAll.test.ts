import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllSafely } from '../../../server/features/actions/fixAll';
import { fileFixes } from '../../../server/features/fileFixes';
import { lint } from '../../../server/lint/lint';
import { everyRule } from '../fixes/everyRule';

const mendable = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`;

describe('fixes of a whole file', () => {
  const offered = (text: string) => {
    const file = TextDocument.create('file:///pod.yaml', 'yaml', 1, text);
    const rangeOf = (start: number, end: number) => ({ start: file.positionAt(start), end: file.positionAt(end) });
    const linted = lint(text, everyRule);
    return {
      onSaving: fixAllSafely({ uri: file.uri, version: 1, text, linted, rangeOf, takesSnippets: false }).length,
      previewed: fileFixes(text, linted, 'restricted').length,
    };
  };

  it('are made on saving and shown beforehand, but for a file that is not valid YAML', () => {
    const whole = offered(mendable);
    assert.equal(whole.onSaving, 1);
    assert.ok(whole.previewed > 1);
    const broken = `${mendable}---\napiVersion: v1\nkind: Pod\nspec:\n  hostPID: true\n  "open: [1\n`;
    assert.deepEqual(offered(broken), { onSaving: 0, previewed: 0 });
  });
});
