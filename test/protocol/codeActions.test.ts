import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { endServers, startEditor } from './client';

const uri = 'file:///work/pod.yaml';
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # Reaches the agent on the node.
  hostNetwork: true   # for now
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

describe('Quick-fixes over the protocol', () => {
  afterEach(endServers);

  it('mend the finding they belong to and leave every other line as it was', async () => {
    const editor = await startEditor();
    await editor.open(uri, pod);
    const [finding] = await editor.pull(uri);
    assert.ok(finding);
    const actions = await editor.actions(uri, finding.range, [finding]);
    const [action, ...others] = actions.filter(({ kind }) => kind === 'quickfix');
    assert.deepEqual(others, []);
    assert.ok(action);
    assert.equal(action.isPreferred, true);
    assert.deepEqual(
      action.diagnostics?.map(({ code }) => code),
      ['host-network'],
    );
    const edits = action.edit?.changes?.[uri] ?? [];
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, pod), edits);
    assert.equal(mended, pod.replace('  hostNetwork: true   # for now\n', ''));
    await editor.change(uri, 2, { text: mended });
    assert.deepEqual(await editor.pull(uri), []);
    assert.equal(await editor.stop(), 0);
  });

  it('are offered where the finding is and nowhere else', async () => {
    const editor = await startEditor();
    await editor.open(uri, pod);
    const elsewhere = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const actions = await editor.actions(uri, elsewhere);
    assert.deepEqual(
      actions.filter(({ kind }) => kind === 'quickfix'),
      [],
    );
    assert.equal(await editor.stop(), 0);
  });

  it('are not offered for what an alias shares with another place', async () => {
    const editor = await startEditor();
    const shared = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: a
      securityContext: &shared
        privileged: true
    - name: b
      securityContext: *shared
`;
    await editor.open(uri, shared);
    const found = await editor.pull(uri);
    assert.ok(found.length > 0);
    for (const { range } of found) assert.deepEqual(await editor.actions(uri, range), []);
    assert.equal(await editor.stop(), 0);
  });
});
