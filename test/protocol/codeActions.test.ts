import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type EditorOptions, endServers, modernCapabilities, startEditor } from './client';

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

const baseline: EditorOptions = { settings: () => ({ profile: 'baseline' }) };
/** What mends, rather than keeps quiet. */
const isMending = ({ kind, title }: CodeAction) => kind === 'quickfix' && !title.startsWith('Ignore');

describe('Quick-fixes over the protocol', () => {
  afterEach(endServers);

  it('mend the finding they belong to, with what is said of it, and leave every other line as it was', async () => {
    const editor = await startEditor(baseline);
    await editor.open(uri, pod);
    const [finding] = await editor.pull(uri);
    assert.ok(finding);
    const actions = await editor.actions(uri, finding.range, [finding]);
    const [action, ...others] = actions.filter(isMending);
    assert.deepEqual(others, []);
    assert.ok(action);
    assert.equal(action.isPreferred, true);
    assert.deepEqual(
      action.diagnostics?.map(({ code }) => code),
      ['host-network'],
    );
    const edits = action.edit?.changes?.[uri] ?? [];
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, pod), edits);
    assert.equal(mended, pod.replace('  # Reaches the agent on the node.\n  hostNetwork: true   # for now\n', ''));
    await editor.change(uri, 2, { text: mended });
    assert.deepEqual(await editor.pull(uri), []);
    assert.equal(await editor.stop(), 0);
  });

  it('are offered where the finding is and nowhere else', async () => {
    const editor = await startEditor(baseline);
    await editor.open(uri, pod);
    const elsewhere = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const actions = await editor.actions(uri, elsewhere);
    assert.deepEqual(actions.filter(isMending), []);
    assert.equal(await editor.stop(), 0);
  });

  it('are not offered for what an alias shares with another place', async () => {
    const editor = await startEditor(baseline);
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
    for (const { range } of found) assert.deepEqual((await editor.actions(uri, range)).filter(isMending), []);
    assert.equal(await editor.stop(), 0);
  });

  it('let the cursor fill in what they leave blank, if the editor can', async function () {
    this.timeout(10_000);
    const deployment = `apiVersion: v1
kind: Pod
metadata:
    name: web
spec:
    hostNetwork: true
    containers: []
`;
    for (const takesSnippets of [true, false]) {
      const workspaceEdit = { documentChanges: true, snippetEditSupport: takesSnippets };
      const editor = await startEditor({
        ...baseline,
        capabilities: { ...modernCapabilities, workspace: { ...modernCapabilities.workspace, workspaceEdit } },
      });
      await editor.open(uri, deployment);
      const [finding] = await editor.pull(uri);
      assert.ok(finding);
      const actions = await editor.actions(uri, finding.range, [finding]);
      const edit = actions.find(({ title }) => title === 'Ignore host-network here')?.edit;
      const end = { line: 5, character: '    hostNetwork: true'.length };
      const comment = ' # seaworthy-ignore host-network';
      const snippet = { kind: 'snippet', value: [comment, ' -- $', '{1:say why}'].join('') };
      const range = { start: end, end };
      assert.deepEqual(
        edit,
        takesSnippets
          ? { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range, snippet }] }] }
          : { changes: { [uri]: [{ range, newText: comment }] } },
      );
      assert.equal(await editor.stop(), 0);
    }
  });

  it('harden a container, a workload or the file in one edit, and apply what is safe on saving', async () => {
    const editor = await startEditor(baseline);
    const text = `${pod}      securityContext:
        privileged: true
---
${pod}`;
    await editor.open(uri, text);
    const at = { line: 9, character: 8 };
    const actions = await editor.actions(uri, { start: at, end: at });
    const hardening = actions.filter(({ kind }) => kind === 'refactor.rewrite.seaworthy.harden');
    assert.deepEqual(
      hardening.map(({ title }) => title),
      [
        'Harden container "web" to baseline (1 fixed, 1 by hand: hostNetwork)',
        'Harden Pod "web" to baseline (2 fixed)',
        'Harden this file to baseline (3 fixed)',
      ],
    );
    const mended = TextDocument.applyEdits(
      TextDocument.create(uri, 'yaml', 1, text),
      hardening[2]?.edit?.changes?.[uri] ?? [],
    );
    await editor.change(uri, 2, { text: mended });
    assert.deepEqual(await editor.pull(uri), []);
    await editor.change(uri, 3, { text: `${pod.replace(/ {2}# .*\n.*\n/, '')}# seaworthy-ignore-file host-pid\n` });
    const [onSave] = await editor.actions(uri, { start: at, end: at }, [], ['source.fixAll.seaworthy']);
    assert.equal(onSave?.kind, 'source.fixAll.seaworthy');
    assert.equal(onSave.edit?.changes?.[uri]?.[0]?.newText, '');
    assert.equal(await editor.stop(), 0);
  });
});

describe('The explanation of a finding', () => {
  afterEach(endServers);

  const withCommands: EditorOptions = { ...baseline, initializationOptions: { hasCommands: true } };

  it('is the last of its actions, and opens the rule’s page in a client that has one', async () => {
    const editor = await startEditor(withCommands);
    await editor.open(uri, pod);
    const [finding] = await editor.pull(uri);
    assert.ok(finding);
    const actions = await editor.actions(uri, finding.range, [finding], ['quickfix']);
    assert.deepEqual(actions.at(-1)?.command, {
      title: 'Explain host-network',
      command: 'seaworthy.explain',
      arguments: ['host-network'],
    });
    assert.equal(actions.filter(({ title }) => title.startsWith('Explain')).length, 1);
    assert.deepEqual(
      actions.at(-1)?.diagnostics?.map(({ code }) => code),
      ['host-network'],
    );
    assert.equal(await editor.stop(), 0);
  });

  it('is left to the link of its code in any other', async () => {
    const editor = await startEditor(baseline);
    await editor.open(uri, pod);
    const [finding] = await editor.pull(uri);
    assert.ok(finding);
    const actions = await editor.actions(uri, finding.range, [finding]);
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('Explain')),
      [],
    );
    assert.equal(await editor.stop(), 0);
  });
});
