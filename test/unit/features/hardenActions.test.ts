import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hardenActions } from '../../../server/features/actions/hardenActions';
import { lint } from '../../../server/lint/lint';
import { baselineRules } from '../../../server/rules/baseline/baselineRules';
import { restrictedRules } from '../../../server/rules/restricted/restrictedRules';
import { optionsWith } from '../lint/linting';

const options = optionsWith([...baselineRules, ...restrictedRules]);
const text = `apiVersion: v1
kind: Pod
metadata:
  name: web # the shop
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        privileged: true # why?
`;

/** The titles of the actions at a word of a text. */
function titlesAt(given: string, word: string): string[] {
  const file = TextDocument.create('file:///pod.yaml', 'yaml', 1, given);
  const rangeOf = (start: number, end: number) => ({ start: file.positionAt(start), end: file.positionAt(end) });
  const document = {
    uri: file.uri,
    version: 1,
    text: given,
    linted: lint(given, options),
    rangeOf,
    takesSnippets: false,
  };
  return hardenActions(document, given.indexOf(word), false).map(({ title }) => title);
}

describe('hardening', () => {
  it('also closes the gaps that only show once others are closed, in one edit', () => {
    const linted = lint(text, options);
    const file = TextDocument.create('file:///pod.yaml', 'yaml', 1, text);
    const rangeOf = (start: number, end: number) => ({ start: file.positionAt(start), end: file.positionAt(end) });
    const document = { uri: file.uri, version: 1, text, linted, rangeOf, takesSnippets: false };
    const actions = hardenActions(document, text.indexOf('privileged'), false);
    const action = actions.find(({ title }) => title.startsWith('Harden Pod "web" to restricted'));
    const hardened = TextDocument.applyEdits(file, action?.edit?.changes?.[file.uri] ?? []);
    const left = lint(hardened, options).documents.flatMap((place) => place.document.findings);
    assert.deepEqual(
      left.map(({ rule }) => rule.id),
      [],
      `${action?.title}\n${hardened}`,
    );
    assert.match(hardened, /name: web # the shop\n/);
    assert.match(hardened, /privileged: false # why\?\n/);
  });

  it('says what is left by hand, what its pod lacks and what only shows once others are gone included', () => {
    assert.deepEqual(titlesAt(text, 'privileged'), [
      'Harden container "web" to baseline (1 fixed, 1 by hand: hostNetwork)',
      'Harden container "web" to restricted (3 fixed, 3 by hand: runAsNonRoot, seccompProfile, hostNetwork)',
      'Harden Pod "web" to baseline (2 fixed)',
      'Harden Pod "web" to restricted (6 fixed)',
    ]);
    const mounted = text.replace(
      '  hostNetwork: true\n',
      '  volumes:\n    - name: node\n      hostPath:\n        path: /\n',
    );
    assert.deepEqual(
      titlesAt(mounted, 'web #').filter((title) => title.includes('baseline')),
      ['Harden Pod "web" to baseline (1 fixed, 1 by hand: volume node)'],
    );
  });
});
