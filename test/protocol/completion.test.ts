import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  MarkupContent,
  MarkupKind,
} from 'vscode-languageserver-protocol';
import { type Editor, endServers, modernCapabilities, startEditor } from './client';

const uri = 'file:///shop/web.yaml';

/** An editor that takes everything completion has; others take texts alone. */
const modern: ClientCapabilities = {
  ...modernCapabilities,
  textDocument: {
    ...modernCapabilities.textDocument,
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: [MarkupKind.Markdown] },
    },
  },
};

const pod = (lines: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${lines}  containers:\n    - name: web\n      securityContext:\n        capabilities:\n          drop: [¦]\n`;

describe('Completion over the protocol', () => {
  let editor: Editor;
  afterEach(async () => {
    await editor.stop();
    endServers();
  });

  /** Opens a text, and asks at its mark `¦`. */
  const completed = async (marked: string, context?: CompletionContext): Promise<CompletionItem[]> => {
    const before = marked.slice(0, marked.indexOf('¦')).split('\n');
    await editor.open(uri, marked.replace('¦', ''));
    const answer = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      ...(context && { context }),
    });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  };

  it('offers values with what they mean, behind the characters that the server names', async () => {
    editor = await startEditor({ capabilities: modern });
    const provider = editor.initialized.capabilities.completionProvider;
    assert.ok(provider?.triggerCharacters?.includes('['));
    const items = await completed(pod(''), {
      triggerKind: CompletionTriggerKind.TriggerCharacter,
      triggerCharacter: '[',
    });
    const [first] = items;
    assert.equal(first?.label, 'ALL');
    assert.equal(first.labelDetails?.description, 'Restricted asks for it');
    assert.ok(MarkupContent.is(first.documentation) && first.documentation.value.includes('`add`'));
    const place = { line: 9, character: 17 };
    assert.deepEqual(first.textEdit, { range: { start: place, end: place }, newText: 'ALL' });
  });

  it('says the same in the words of an editor that shows neither labels nor Markdown, and takes no snippets', async () => {
    editor = await startEditor();
    const items = await completed(pod(''));
    const [first] = items;
    assert.equal(first?.detail, 'Restricted asks for it');
    assert.equal(first.labelDetails, undefined);
    assert.deepEqual(first.documentation, {
      kind: MarkupKind.PlainText,
      value: 'Takes every capability away. add then gives single ones back.',
    });
    assert.ok(items.every(({ insertTextFormat }) => insertTextFormat === undefined));
  });

  it('offers the rules that are broken first, and tells of one when it is looked at', async () => {
    editor = await startEditor({ capabilities: modern, initializationOptions: { rulePages: 'seaworthy:' } });
    const items = await completed(pod('  hostNetwork: true # seaworthy-ignore ¦\n').replace('[¦]', '[]'));
    const first = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.ok(first);
    assert.equal(first.label, 'host-network');
    assert.equal(first.documentation, undefined);
    const resolved = await editor.connection.sendRequest(CompletionResolveRequest.type, first);
    assert.match(JSON.stringify(resolved.documentation), /\(seaworthy:host-network\)/);
  });

  it('leaves true and false to an extension that knows the schema', async () => {
    const text = pod('  hostPID: ¦\n').replace('[¦]', '[]');
    editor = await startEditor({ capabilities: modern });
    assert.deepEqual(
      (await completed(text)).map(({ label }) => label),
      ['false', 'true'],
    );
    await editor.stop();
    editor = await startEditor({ capabilities: modern, initializationOptions: { hasSchemas: true } });
    assert.deepEqual(await completed(text), []);
  });

  it('finds the profiles of the workspace', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-profiles-'));
    try {
      await mkdir(path.join(folder, 'node', 'seccomp', 'profiles'), { recursive: true });
      const profile = path.join(folder, 'node', 'seccomp', 'profiles', 'web.json');
      await writeFile(profile, '{"defaultAction": "SCMP_ACT_LOG"}');
      editor = await startEditor({ capabilities: modern, folder });
      const security = '  securityContext:\n    seccompProfile: {type: Localhost, localhostProfile: ¦}\n';
      const items = await completed(pod(security).replace('[¦]', '[]'));
      assert.deepEqual(
        items.map(({ label }) => label),
        ['profiles/web.json'],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('knows the objects of closed files where the whole workspace is looked at', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-names-'));
    try {
      const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: cashier\n';
      await writeFile(path.join(folder, 'account.yaml'), account);
      editor = await startEditor({ capabilities: modern, folder, settings: () => ({ workspace: 'all' }) });
      const text = pod('  serviceAccountName: ¦\n').replace('[¦]', '[]');
      let labels: string[] = [];
      while (!labels.includes('cashier')) labels = (await completed(text)).map(({ label }) => label);
      assert.deepEqual(labels, ['cashier', 'default']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is empty in files that are excluded', async () => {
    editor = await startEditor({ capabilities: modern, settings: () => ({ exclude: ['**/web.yaml'] }) });
    assert.deepEqual(await completed(pod('')), []);
  });
});
