import assert from 'node:assert/strict';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  type ShowDocumentParams,
  ShowDocumentRequest,
  ShowMessageRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, endServers, modernCapabilities, startEditor } from './client';

const uri = 'file:///work/pod.yaml';
const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true   # for now
  containers:
    - name: web
      image: registry.example.com/web:1.0
  volumes:
    - name: logs
      hostPath:
        path: /var/log
`;

const mended = text.replace(/.*hostNetwork.*\n/, '');
const hardens = 'Pod Security: privileged · Harden to baseline (1 fixed, 1 by hand: volume logs)';

const capabilities: ClientCapabilities = {
  ...modernCapabilities,
  workspace: {
    ...modernCapabilities.workspace,
    applyEdit: true,
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  window: { showDocument: { support: true } },
};

describe('Lenses over the protocol', () => {
  afterEach(endServers);

  it('harden a workload on a click, say what was done, and show what is left by hand', async () => {
    const editor = await startEditor({ capabilities });
    const { applied, messages } = following(editor, 'Show');
    const shown = new Promise<ShowDocumentParams>((resolve) => {
      editor.connection.onRequest(ShowDocumentRequest.type, (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await editor.open(uri, text);
    assert.equal(await click(editor), hardens);
    assert.equal(applied.length, 1);
    assert.equal(applied[0]?.label, 'Harden Pod "web" to baseline');
    assert.equal(applied[0].edit.changeAnnotations, undefined);
    assert.deepEqual(messages, [
      'Hardened Pod "web" to baseline (1 fixed, 1 by hand: volume logs). Only you can change this: The volume "logs" opens /var/log of the node to the pod.',
    ]);
    const { selection } = await shown;
    assert.equal(mended.split('\n')[selection?.start.line ?? 0], '      hostPath:');
    assert.equal(await editor.stop(), 0);
  });

  it('take a click back from the message that tells of it', async () => {
    const editor = await startEditor({ capabilities });
    const { applied, now, told } = following(editor, 'Undo');
    await editor.open(uri, text);
    await click(editor);
    assert.equal(applied.length, 2);
    assert.equal(now(), text);
    await told();
    assert.equal(await editor.stop(), 0);
  });

  it('preview every change with its rule and what it does, ticked, beside what is left by hand', async () => {
    const editor = await startEditor({ capabilities });
    const { applied, messages, now } = following(editor, 'nothing of it');
    await editor.open(uri, text);
    assert.equal(await click(editor, 1), 'Preview baseline');
    const [params] = applied;
    const [change] = params?.edit.documentChanges ?? [];
    assert.ok(params && change && 'edits' in change && change.textDocument.version === 1);
    assert.deepEqual(
      change.edits.map((edit) => 'annotationId' in edit && params.edit.changeAnnotations?.[edit.annotationId]),
      [
        {
          label: "host-network: Keep pods out of the node's network",
          description: 'Remove hostNetwork (what reaches the pod at the address of its node will need a Service)',
          needsConfirmation: false,
        },
        {
          label: 'By hand: volume logs',
          description: 'The volume "logs" opens /var/log of the node to the pod',
          needsConfirmation: true,
        },
      ],
    );
    assert.equal(now(), mended);
    assert.deepEqual(messages, [
      'Pod "web" is 1 change from baseline, which only you can make: The volume "logs" opens /var/log of the node to the pod.',
    ]);
    assert.equal(await editor.stop(), 0);
  });

  it('say nothing more where the user made none of the changes in the preview', async () => {
    const editor = await startEditor({ capabilities });
    editor.connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: true }));
    editor.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      throw new Error(`There is nothing to say, but it said: ${message}`);
    });
    await editor.open(uri, text);
    const title = await click(editor, 1);
    assert.deepEqual(await titlesOf(editor), [hardens, title]);
    assert.equal(await editor.stop(), 0);
  });

  it('change nothing where the preview is dismissed, and follow the text', async () => {
    const editor = await startEditor({ capabilities });
    editor.connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: false }));
    editor.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      throw new Error(`There is nothing to say, but it said: ${message}`);
    });
    await editor.open(uri, text);
    await click(editor);
    await editor.change(uri, 2, { text: text.slice(0, text.indexOf('  volumes:')) });
    assert.deepEqual(await titlesOf(editor), [
      'Pod Security: privileged · Harden to baseline (1 fixed)',
      'Preview baseline',
    ]);
    assert.equal(await editor.stop(), 0);
  });

  it('judge whatever rules are off, and are switched off at once by the settings', async () => {
    let settings = { codeLens: true, profile: 'baseline', rules: { 'host-network': 'off' } };
    const editor = await startEditor({ capabilities, settings: () => settings });
    let refreshes = 0;
    editor.connection.onRequest(CodeLensRefreshRequest.type, () => void refreshes++);
    await editor.open(uri, text);
    assert.deepEqual(await titlesOf(editor), [hardens, 'Preview baseline']);
    settings = { ...settings, codeLens: false };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(await titlesOf(editor), []);
    assert.equal(refreshes, 1);
    assert.equal(await editor.stop(), 0);
  });

  it('are not offered to editors that let no server change a document', async () => {
    const editor = await startEditor();
    assert.equal(editor.initialized.capabilities.codeLensProvider, undefined);
    assert.equal(await editor.stop(), 0);
  });
});

/** An editor's answers: edits are made, and of what messages offer one action is taken. */
function following(editor: Editor, action: string) {
  const applied: ApplyWorkspaceEditParams[] = [];
  const messages: string[] = [];
  let current = TextDocument.create(uri, 'yaml', 1, text);
  let told = Promise.resolve();
  editor.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit, ...params }) => {
    applied.push({ edit, ...params });
    const edits = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    const after = TextDocument.applyEdits(
      current,
      edits.flatMap((one) => ('newText' in one ? [one] : [])),
    );
    current = TextDocument.create(uri, 'yaml', current.version + 1, after);
    // VS Code, too, answers before it tells of the change.
    const { version } = current;
    told = new Promise((resolve) => {
      setTimeout(() => void editor.change(uri, version, { text: after }).then(resolve), 50);
    });
    return { applied: true };
  });
  editor.connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
    messages.push(message);
    return actions?.find(({ title }) => title === action) ?? null;
  });
  return { applied, messages, now: () => current.getText(), told: () => told };
}

async function lensesOf(editor: Editor): Promise<CodeLens[]> {
  const lenses = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  return Promise.all(lenses.map((lens) => editor.connection.sendRequest(CodeLensResolveRequest.type, lens)));
}

/** Clicks on a lens; gives back what it said. */
async function click(editor: Editor, index = 0): Promise<string | undefined> {
  const lens = (await lensesOf(editor))[index];
  const { title, command = '', arguments: args = [] } = lens?.command ?? {};
  await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  return title;
}

async function titlesOf(editor: Editor): Promise<(string | undefined)[]> {
  return (await lensesOf(editor)).map(({ command }) => command?.title);
}
