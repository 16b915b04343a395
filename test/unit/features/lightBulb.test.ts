import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import type { CodeActionQuery } from '../../../server/features/actions/codeActionQuery';
import { codeActions } from '../../../server/features/codeActions';
import { diagnosticsOf } from '../../../server/features/diagnostics';
import type { EditedDocument } from '../../../server/features/places/editedDocument';
import { lint } from '../../../server/lint/lint';
import { everyRule } from '../fixes/everyRule';

const uri = 'file:///work/pod.yaml';

/** A Deployment with as many findings at one place as there can be. */
const crowded = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - containerPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: other
spec:
  containers:
    - name: other
      image: registry.example.com/other:1.4.2
`;

function edited(text: string): EditedDocument {
  const file = TextDocument.create(uri, 'yaml', 1, text);
  const rangeOf = (start: number, end: number) => ({ start: file.positionAt(start), end: file.positionAt(end) });
  return { uri, version: 1, text, linted: lint(text, everyRule), rangeOf, takesSnippets: true };
}

/** What the light bulb offers at a word, or in a whole text. */
function offered(text: string, word?: string, query: Partial<CodeActionQuery> = {}): CodeAction[] {
  const document = edited(text);
  const offset = word === undefined ? 0 : text.indexOf(word);
  return codeActions(document, {
    range: document.rangeOf(offset, word === undefined ? text.length : offset),
    offset,
    diagnostics: diagnosticsOf(document.linted, uri),
    only: undefined,
    isAutomatic: false,
    hasCommands: true,
    isGoverned: false,
    ...query,
  });
}

function titlesOf(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

describe('The light bulb', () => {
  it('never lists more than twelve entries, and mends first', () => {
    for (const hasCommands of [true, false]) {
      for (const word of [undefined, ...crowded.split(/\s+/).filter((each) => each !== '')]) {
        const actions = offered(crowded, word, { hasCommands });
        assert.ok(actions.length <= 12, `${word}: ${titlesOf(actions).join('\n')}`);
        const fix = actions.findIndex(({ edit, kind, title }) => edit && kind === 'quickfix' && !/^Ignore/.test(title));
        assert.ok(fix <= 0, `${word}: ${titlesOf(actions).join('\n')}`);
      }
    }
  });

  it('has one entry each to ignore, to configure and to explain, which ask which finding is meant', () => {
    const titles = titlesOf(offered(crowded, 'name: web\n          image'.slice(6)));
    for (const word of ['Ignore…', 'Configure rule', 'Explain']) {
      assert.equal(titles.filter((title) => title.startsWith(word)).length, 1, `${word}: ${titles.join('\n')}`);
    }
  });

  it('names the one rule that there is, and where the change is written', () => {
    assert.deepEqual(titlesOf(offered(crowded, 'true', { only: ['quickfix'], isGoverned: true })), [
      'Remove hostNetwork (what reaches the pod at the address of its node will need a Service)',
      'Ignore host-network…',
      'Configure rule host-network in .seaworthy.yaml…',
      'Explain host-network',
    ]);
  });

  it('adds all probes and resources of a container in one edit with blanks', () => {
    const actions = offered(crowded, 'web\n          image', { only: ['quickfix'] });
    const [together] = actions.filter(({ title }) => title.startsWith('Add probes, requests and limits'));
    assert.ok(together, titlesOf(actions).join('\n'));
    const [change] = together.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const texts = change.edits.map((edit) => ('snippet' in edit ? edit.snippet.value : '')).join('');
    for (const key of ['livenessProbe:', 'readinessProbe:', 'requests:', 'limits:', '${1'])
      assert.ok(texts.includes(key), texts);
    assert.ok((together.diagnostics ?? []).length > 4);
  });

  it('prefers one of several ways, and lists the others behind it', () => {
    const probed = crowded.replace('          ports:', '          resources: {}\n          ports:');
    const actions = offered(probed, 'web\n          image', { only: ['quickfix'] });
    const ways = actions.filter(({ title }) => title.startsWith('Add a liveness probe'));
    assert.ok(actions[0]?.isPreferred, titlesOf(actions).join('\n'));
    assert.ok(ways.filter(({ isPreferred }) => isPreferred).length <= 1);
  });

  it('knows by their data which diagnostics an action mends, by their range where they carry none', () => {
    const twice = '        - name: a\n          image: a:1\n          securityContext: { privileged: true }\n';
    const text = crowded.replace(
      '      containers:\n',
      `      containers:\n${twice}${twice.replace(/a:1|name: a/g, (found) => found.replace('a', 'b'))}`,
    );
    const document = edited(text);
    const diagnostics = diagnosticsOf(document.linted, uri);
    const own = diagnostics.filter(({ code }) => code === 'privileged-container');
    assert.equal(own.length, 2);
    const moved = diagnostics.map((diagnostic) => ({ ...diagnostic, range: own[0]?.range ?? diagnostic.range }));
    const mending = (shown: typeof diagnostics) =>
      offered(text, 'true }', { diagnostics: shown, only: ['quickfix'] })[0]?.diagnostics?.map(({ data }) => data);
    assert.deepEqual(mending(moved), [own[0]?.data]);
    const bare = diagnostics.map(({ data: _, ...diagnostic }) => diagnostic);
    assert.equal(offered(text, 'true }', { diagnostics: bare })[0]?.diagnostics?.length, 1);
  });

  it('offers plain edits in place of commands to a client that has none', () => {
    const actions = offered(crowded, 'web\n          image', { hasCommands: false });
    assert.ok(
      actions.every(({ edit, command }) => edit && !command),
      titlesOf(actions).join('\n'),
    );
    assert.ok(actions.filter(({ title }) => title.startsWith('Ignore')).length >= 3, titlesOf(actions).join('\n'));
  });
});
