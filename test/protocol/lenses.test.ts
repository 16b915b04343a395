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

  it('lift a workload on a click: each change says what it does and asks to be confirmed, and what is left is shown', async () => {
    const editor = await startEditor({ capabilities });
    const applied: ApplyWorkspaceEditParams[] = [];
    const messages: string[] = [];
    editor.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      applied.push(params);
      // VS Code, too, answers before it tells of the change.
      setTimeout(() => void editor.change(uri, 2, { text: textAfter(params) }), 100);
      return { applied: true };
    });
    editor.connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
      messages.push(message);
      return actions?.[0] ?? null;
    });
    const shown = new Promise<ShowDocumentParams>((resolve) => {
      editor.connection.onRequest(ShowDocumentRequest.type, (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await editor.open(uri, text);
    const [lens] = await lensesOf(editor);
    assert.equal(lens?.command?.title, 'Pod Security: privileged · 2 changes to baseline, 1 by hand');
    const { command, arguments: args } = lens.command;
    await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args ?? [] });
    const [params, ...others] = applied;
    assert.ok(params && others.length === 0);
    assert.equal(params.label, 'Lift Pod "web" to baseline');
    const [change] = params.edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change && change.textDocument.version === 1);
    assert.deepEqual(
      change.edits.map((edit) => 'annotationId' in edit && params.edit.changeAnnotations?.[edit.annotationId]),
      [
        {
          label: "Keep pods out of the node's network",
          description: 'Remove hostNetwork (what reaches the pod at the address of its node will need a Service)',
          needsConfirmation: true,
        },
      ],
    );
    const mended = textAfter(params);
    assert.equal(mended, text.replace(/.*hostNetwork.*\n/, ''));
    assert.deepEqual(messages, [
      'Pod "web" is 1 change from baseline, which only you can make: The volume "logs" opens /var/log of the node to the pod.',
    ]);
    const { selection } = await shown;
    assert.equal(mended.split('\n')[selection?.start.line ?? 0], '      hostPath:');
    assert.equal(await editor.stop(), 0);
  });

  it('say nothing more where the user made none of the changes in the preview', async () => {
    const editor = await startEditor({ capabilities });
    editor.connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: true }));
    editor.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      throw new Error(`There is nothing to say, but it said: ${message}`);
    });
    await editor.open(uri, text);
    const title = await click(editor);
    assert.deepEqual(await titlesOf(editor), [title]);
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
    assert.deepEqual(await titlesOf(editor), ['Pod Security: privileged · 1 change to baseline']);
    assert.equal(await editor.stop(), 0);
  });

  it('judge whatever rules are off, and are switched off at once by the settings', async () => {
    let settings = { codeLens: true, profile: 'baseline', rules: { 'host-network': 'off' } };
    const editor = await startEditor({ capabilities, settings: () => settings });
    let refreshes = 0;
    editor.connection.onRequest(CodeLensRefreshRequest.type, () => void refreshes++);
    await editor.open(uri, text);
    assert.deepEqual(await titlesOf(editor), ['Pod Security: privileged · 2 changes to baseline, 1 by hand']);
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

/** The manifest with the edits of a lift made. */
function textAfter({ edit }: ApplyWorkspaceEditParams): string {
  const edits = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'yaml', 1, text),
    edits.flatMap((one) => ('newText' in one ? [one] : [])),
  );
}

async function lensesOf(editor: Editor): Promise<CodeLens[]> {
  const lenses = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  return Promise.all(lenses.map((lens) => editor.connection.sendRequest(CodeLensResolveRequest.type, lens)));
}

/** Clicks on the first lens; gives back what it said. */
async function click(editor: Editor): Promise<string | undefined> {
  const [lens] = await lensesOf(editor);
  const { title, command = '', arguments: args = [] } = lens?.command ?? {};
  await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  return title;
}

async function titlesOf(editor: Editor): Promise<(string | undefined)[]> {
  return (await lensesOf(editor)).map(({ command }) => command?.title);
}
