import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { chartFolder } from './chartFolder';
import { applyAction, judgedByTheBaseline, openUntitled, quickFixesAt, shownFindings, waitForRules } from './manifests';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

describe('In an untrusted workspace', () => {
  judgedByTheBaseline();

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is what this is', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('manifests are checked, explained and mended', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network']);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(5, 4),
    );
    assert.ok(hovers.length > 0);
    const [finding] = shownFindings(document);
    assert.ok(finding);
    const actions = await quickFixesAt(document, finding.range);
    await applyAction(actions.find(({ isPreferred }) => isPreferred));
    await waitForRules(document, []);
  });

  it('what a chart renders is shown', async () => {
    const folder = await chartFolder({
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'templates/pod.yaml': 'kind: Pod\nmetadata:\n  name: {{ .Chart.Name }}\n',
    });
    try {
      await vscode.window.showTextDocument(folder.uriOf('templates/pod.yaml'));
      await vscode.commands.executeCommand('seaworthy.showRendered');
      await until('the name is rendered', () =>
        vscode.window.visibleTextEditors.some(
          ({ document }) =>
            document.uri.scheme === 'seaworthy-rendered' && document.getText().includes('  name: shop\n'),
        ),
      );
    } finally {
      await folder.remove();
    }
  });

  it('snippets go where they belong', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network']);
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'container/security-context');
    assert.match(document.getText(), /^ {6}securityContext:$/m);
  });

  it('the cheat-sheet opens', async () => {
    await vscode.commands.executeCommand('seaworthy.openCheatSheet');
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await until('its tab', () => tabs().some(({ input }) => input instanceof vscode.TabInputWebview));
  });

  it('no helper runs, none is even loaded, and no terminal opens', async () => {
    await openUntitled(pod);
    const commands: { command: string }[] =
      vscode.extensions.getExtension('seaworthy.seaworthy')?.packageJSON.contributes.commands;
    const helpers = commands
      .map(({ command }) => command)
      .filter((id) => /^seaworthy\.(?:kubectl\.|runHelper|switch)/.test(id));
    assert.ok(helpers.length > 10);
    let running = helpers.length;
    for (const command of helpers) void vscode.commands.executeCommand(command).then(() => running--);
    // Each waits for an answer to its message, and ends without one.
    await until('all helpers have ended', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return running === 0;
    });
    assert.deepEqual(vscode.window.terminals, []);
    const told = process.env.SEAWORTHY_TEST_TOLD ?? '';
    assert.notEqual(told, '');
    assert.equal(existsSync(told), false, 'somebody ran kubectl');
    const loaded = Object.keys(require.cache).filter((file) => /dist[/\\](?:kubectl|cluster)\.js$/.test(file));
    assert.deepEqual(loaded, []);
    // What is loaded with the extension is there, so that the question above could have had another answer.
    assert.ok(Object.keys(require.cache).some((file) => /dist[/\\]extension\.js$/.test(file)));
  });
});
