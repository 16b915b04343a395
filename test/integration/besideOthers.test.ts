import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { readUntil } from '../waiting';
import { chartFolder } from './chartFolder';
import { openUntitled, shownFindings, withFiles } from './manifests';

const yaml = 'redhat.vscode-yaml';
const kubernetes = 'ms-kubernetes-tools.vscode-kubernetes-tools';

function allFindings(document: vscode.TextDocument): { line: number; source: string; message: string }[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ range, source = '', message }) => ({ line: range.start.line, source, message }))
    .sort((a, b) => a.line - b.line);
}

async function labelsAt(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return list.items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hoversAt(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return hovers.flatMap(({ contents }) => contents).map((text) => (typeof text === 'string' ? text : text.value));
}

/** Opens a configuration with this text, once both servers have seen it. */
async function withConfiguration(text: string, run: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  await withFiles({ '.seaworthy.yaml': text }, async (folder) => {
    const document = await vscode.workspace.openTextDocument(path.join(folder, '.seaworthy.yaml'));
    await vscode.window.showTextDocument(document);
    await run(document);
  });
}

describe('Beside the YAML extension', () => {
  before(async () => {
    await vscode.extensions.getExtension(yaml)?.activate();
    await vscode.extensions.getExtension('seaworthy.seaworthy')?.activate();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is there, with its own language server', () => {
    assert.equal(vscode.extensions.getExtension(yaml)?.isActive, true);
  });

  it('broken YAML in a manifest is told once, and the practices go on', async () => {
    const document = await openUntitled('apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n  containers: [\n');
    const found = await readUntil(
      () => allFindings(document),
      (all) => all.some(({ source }) => source === 'YAML') && all.some(({ source }) => source === 'Seaworthy'),
    );
    assert.ok(
      found.some(({ source, line }) => source === 'Seaworthy' && line === 3),
      JSON.stringify(found),
    );
    const broken = found.filter(({ message, source }) => source === 'YAML' || /YAML|flow/i.test(message));
    assert.deepEqual([...new Set(broken.map(({ source }) => source))], ['YAML'], JSON.stringify(found));
  });

  it('broken YAML and unknown words in a configuration are told once', async () => {
    const text = 'profle: all\nrules:\n  host-prt: off\n  host-pid: wraning\nexclude: ["../a"]\nhonour: trivy\n';
    await withConfiguration(text, async (document) => {
      const found = await readUntil(
        () => allFindings(document),
        (all) => new Set(all.map(({ line }) => line)).size >= 5,
      );
      assert.deepEqual(
        found.map(({ line, source }) => [line, source.startsWith('yaml') ? 'the schema' : source]),
        [
          [0, 'the schema'],
          [2, 'the schema'],
          [3, 'the schema'],
          [4, 'Seaworthy'],
          [5, 'the schema'],
        ],
        JSON.stringify(found),
      );
    });
    await withConfiguration('profile: all\nrules: { host-pid: off\nexclude: []\n', async (document) => {
      const found = await readUntil(
        () => allFindings(document),
        (all) => all.length > 0,
      );
      assert.ok(found.length > 0);
      assert.ok(
        found.every(({ source }) => source !== 'Seaworthy'),
        JSON.stringify(found),
      );
    });
  });

  it('unknown words still have our quick-fix', async () => {
    await withConfiguration('rules:\n  host-prt: off\n', async (document) => {
      await readUntil(
        () => allFindings(document),
        (all) => all.length > 0,
      );
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(1, 4, 1, 4),
        vscode.CodeActionKind.QuickFix.value,
      );
      assert.equal(actions.filter(({ title }) => title === 'Change to "host-port"').length, 1);
    });
  });

  it('each key, rule, word and file is offered once in a configuration', async () => {
    const text = 'profile: \nrules:\n  host-pid: \n  \nexclude:\n  - \n';
    await withConfiguration(text, async (document) => {
      for (const [line, character, expected] of [
        [0, 9, 'restricted'],
        [2, 12, 'warning'],
        [3, 2, 'host-port'],
        [5, 4, '.seaworthy.yaml'],
        [6, 0, 'kubernetesVersion'],
      ] as const) {
        const labels = await readUntil(
          () => labelsAt(document, line, character),
          (all) => all.includes(expected),
        );
        assert.deepEqual(
          labels.filter((label) => label === expected),
          [expected],
          `${expected} at ${line}:${character} among ${labels.slice(0, 20)}`,
        );
        assert.deepEqual(
          labels.filter((label, index) => labels.indexOf(label) !== index),
          [],
        );
      }
    });
  });

  it('hover says what a rule is and why, each once', async () => {
    await withConfiguration('rules:\n  host-pid: off\n', async (document) => {
      const shown = await readUntil(
        () => hoversAt(document, 1, 4),
        (all) => all.length >= 2,
      );
      const text = shown.join('\n');
      assert.equal(text.match(/By itself: /g)?.length, 1, text);
      assert.equal(shown.filter((part) => part.includes('[host-pid]')).length, 1, text);
    });
  });
});

describe('Beside the Kubernetes extension', () => {
  before(async () => {
    await vscode.extensions.getExtension(kubernetes)?.activate();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('no command has the same id or the same name', async () => {
    type Text = string | { value: string };
    const commandsOf = (id: string): { command: string; category: Text; title: Text }[] =>
      vscode.extensions.getExtension(id)?.packageJSON.contributes.commands ?? [];
    const [ours, theirs] = [commandsOf('seaworthy.seaworthy'), commandsOf(kubernetes)];
    assert.ok(ours.length > 0 && theirs.length > 0);
    const shown = (text: Text) => (typeof text === 'string' ? text : text.value);
    const named = ({ category, title }: { category: Text; title: Text }) =>
      `${shown(category)}: ${shown(title)}`.toLowerCase();
    assert.deepEqual(ours.filter((own) => theirs.some(({ command }) => command === own.command)).map(named), []);
    assert.deepEqual(ours.filter((own) => theirs.some((other) => named(other) === named(own))).map(named), []);
    assert.equal(await vscode.commands.executeCommand('extension.vsKubernetesApply'), 'extension.vsKubernetesApply');
  });

  it('missing limits are told once, by it, and still have our fix', async () => {
    const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;
    const document = await openUntitled(text);
    const ofLimits = () => allFindings(document).filter(({ message }) => /limit/.test(message));
    const sourcesOnce = (expected: string) =>
      readUntil(
        () => (shownFindings(document).length > 0 ? ofLimits().map(({ source }) => source) : []),
        (sources) => sources.join() === expected && sources.length === 1,
      );
    assert.deepEqual(await sourcesOnce(''), [''], JSON.stringify(allFindings(document)));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(5, 2, 8, 0),
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.equal(actions.filter(({ title }) => title.startsWith('Add a memory limit')).length, 1);

    const settings = vscode.workspace.getConfiguration();
    for (const turnedOff of [{ 'disable-linters': ['resource-limits'] }, { 'disable-lint': 'true' }]) {
      await settings.update('vs-kubernetes', turnedOff, vscode.ConfigurationTarget.Global);
      try {
        assert.deepEqual(await sourcesOnce('Seaworthy'), ['Seaworthy'], JSON.stringify(allFindings(document)));
      } finally {
        await settings.update('vs-kubernetes', undefined, vscode.ConfigurationTarget.Global);
      }
      assert.deepEqual(await sourcesOnce(''), [''], JSON.stringify(allFindings(document)));
    }
  });

  it('templates that it calls Helm are checked all the same', async () => {
    await withFiles({}, async (folder) => {
      const file = vscode.Uri.file(path.join(folder, 'templates', 'pod.yaml'));
      const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\nspec:\n  hostNetwork: true\n';
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      assert.equal(document.languageId, 'helm');
      const found = await readUntil(
        () => shownFindings(document),
        (all) => all.some(({ range }) => range.start.line === 5),
      );
      assert.ok(found.some(({ range }) => range.start.line === 5));
    });
  });
});

describe('Beside an extension that knows the language of Helm', () => {
  const chart = {
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'values.yaml': 'name: web\n',
    'templates/pod.yaml': 'kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
  };

  it('templates keep their language, with our colours, and what they render is YAML', async () => {
    const folder = await chartFolder(chart);
    try {
      const document = await vscode.workspace.openTextDocument(folder.uriOf('templates/pod.yaml'));
      await vscode.window.showTextDocument(document);
      assert.equal(document.languageId, 'helm');
      const colours = await readUntil(
        () =>
          vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
            'vscode.provideDocumentSemanticTokens',
            document.uri,
          ),
        (tokens) => tokens !== undefined,
      );
      assert.ok(colours);
      await vscode.commands.executeCommand('seaworthy.showRendered');
      const rendered = await readUntil(
        () =>
          vscode.window.visibleTextEditors.find(
            (editor) => editor.document.uri.scheme === 'seaworthy-rendered' && editor.document.languageId === 'yaml',
          ),
        (editor) => editor?.document.getText().includes('name: web') === true,
      );
      assert.match(rendered?.document.getText() ?? '', /name: web/);
    } finally {
      await folder.remove();
    }
  });
});
