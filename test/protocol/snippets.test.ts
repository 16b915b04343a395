import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextMode,
} from 'vscode-languageserver-protocol';
import { serviceFilesRequest, snippetPlacementRequest, snippetsRequest } from '../../server/protocol/snippets';
import { type Editor, endServers, modernCapabilities, startEditor } from './client';

const uri = 'file:///shop/web.yaml';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n    name: web\nspec:\n    containers:\n    - name: web\n      ';

const takesSnippets: ClientCapabilities = {
  ...modernCapabilities,
  textDocument: {
    ...modernCapabilities.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs] },
      },
    },
  },
};

describe('Snippets over the protocol', () => {
  let editor: Editor;
  afterEach(async () => {
    await editor.stop();
    endServers();
  });

  const completed = async (position: { line: number; character: number }, more: object = {}) => {
    const params = { textDocument: { uri }, position, ...more };
    const answer = await editor.connection.sendRequest(CompletionRequest.type, params);
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  };
  const textOf = (item: CompletionItem | undefined) => item?.textEdit?.newText;

  it('are completions with all their indentation, and say what they are when looked at', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    await editor.open(uri, pod);
    const items = await completed({ line: 7, character: 6 });
    const resources = items.find(({ label, kind }) => label === 'resources' && kind === CompletionItemKind.Snippet);
    assert.equal(resources?.insertTextMode, InsertTextMode.asIs);
    assert.equal(resources.documentation, undefined);
    assert.match(textOf(resources) ?? '', /^resources:\n {10}requests:\n {14}cpu: \$\{1:100m\}\n/);
    const resolved = await editor.connection.sendRequest(CompletionResolveRequest.type, resources);
    assert.match(JSON.stringify(resolved.documentation), /```yaml\\nresources:/);
  });

  it('take the indentation of an empty document from the editor', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    await editor.open(uri, '');
    const labels = async (more?: object) =>
      (await completed({ line: 0, character: 0 }, more)).find(({ label }) => label === 'service');
    assert.match(textOf(await labels({ indent: 4 })) ?? '', /^metadata:\n {4}name:/m);
    assert.match(textOf(await labels()) ?? '', /^metadata:\n {2}name:/m);
  });

  it('are none in excluded files, and none for editors that take no snippets', async () => {
    editor = await startEditor({ capabilities: takesSnippets, settings: () => ({ exclude: ['**/web.yaml'] }) });
    await editor.open(uri, '');
    assert.deepEqual(await completed({ line: 0, character: 0 }), []);
    await editor.stop();
    editor = await startEditor();
    await editor.open(uri, '');
    assert.deepEqual(await completed({ line: 0, character: 0 }), []);
  });

  it('can be listed, placed, and turned into the files of a service', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    await editor.open(uri, pod);
    const all = await editor.ask(snippetsRequest, {});
    assert.ok(
      all.some(({ id, preview }) => id === 'pod/automount' && preview === 'automountServiceAccountToken: false'),
    );
    const placement = await editor.ask(snippetPlacementRequest, {
      snippet: 'pod/automount',
      uri,
      position: { line: 0, character: 0 },
    });
    const start = { line: 5, character: 0 };
    const text = '    automountServiceAccountToken: false\n';
    assert.deepEqual(placement, { outcome: 'edits', edits: [{ start, end: start, text }] });
    const files = await editor.ask(serviceFilesRequest, {
      name: 'shop',
      image: 'registry.example.com/shop:1',
      port: 9000,
      exposure: 'load balancer',
    });
    assert.ok(files.some(({ name, text }) => name === 'service.yaml' && text.includes('type: LoadBalancer')));
  });

  it('are listed for a client that sends no parameters, and placed for none', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    const listed = await editor.connection.sendRequest(snippetsRequest.method);
    assert.deepEqual(listed, await editor.ask(snippetsRequest, {}));
    await assert.rejects(editor.connection.sendRequest(snippetPlacementRequest.method), /needs parameters/);
  });

  it('are listed with those first that fit where the cursor is', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    const listed = async (line: number, character = 0) => {
      const params = { uri, position: { line, character } };
      const summaries = await editor.ask(snippetsRequest, params);
      return summaries.map(({ fits }) => fits);
    };
    await editor.open(uri, pod);
    const inContainer = await listed(7, 6);
    assert.equal(inContainer[0], 'container');
    assert.ok(inContainer.indexOf('pod') < inContainer.indexOf('document'), inContainer.join());
    assert.ok(inContainer.indexOf('document') < inContainer.indexOf('falco rules'), inContainer.join());
    await editor.change(uri, 2, { text: '' });
    const inEmpty = await listed(0);
    assert.equal(inEmpty[0], 'document');
    assert.ok(inEmpty.indexOf('falco rules') > inEmpty.lastIndexOf('document'), inEmpty.join());
  });

  it('complete an empty file with Kubernetes before Falco', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    await editor.open(uri, '');
    const all = await editor.ask(snippetsRequest, {});
    const items = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    const fits = (Array.isArray(items) ? items : (items?.items ?? []))
      .toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? ''))
      .map(({ data }) => all.find(({ id }) => id === data?.snippet)?.fits);
    assert.ok(fits.includes('falco rules'));
    assert.ok(fits.indexOf('falco rules') > fits.lastIndexOf('document'), fits.join());
  });

  it('place YAML that is none of them by what it is a part of', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    await editor.open(uri, pod);
    const placement = await editor.ask(snippetPlacementRequest, {
      snippet: { text: 'hostUsers: false', fits: 'pod' },
      uri,
      position: { line: 0, character: 0 },
    });
    const start = { line: 5, character: 0 };
    assert.deepEqual(placement, { outcome: 'edits', edits: [{ start, end: start, text: '    hostUsers: false\n' }] });
  });

  it('answer a snippet that does not exist with a message', async () => {
    editor = await startEditor({ capabilities: takesSnippets });
    const placement = await editor.ask(snippetPlacementRequest, {
      snippet: 'x/y',
    });
    assert.deepEqual(placement, { outcome: 'nothing', message: 'There is no snippet called x/y.' });
  });
});
