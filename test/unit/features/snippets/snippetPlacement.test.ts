import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placeSnippet } from '../../../../server/features/snippetPlacement';
import { defaultText } from '../../../../server/features/snippets/snippetText';
import type { SnippetPlacement } from '../../../../server/protocol/snippets';
import { shippedSnippets } from '../../../snippets/shippedSnippets';
import { optionsWith } from '../../lint/linting';

/** Where a snippet goes in a text whose cursor is on the line of `‸`. */
function placed(marked: string, id: string, uri = 'file:///web.yaml'): SnippetPlacement {
  const snippet = shippedSnippets.find((candidate) => candidate.id === id);
  assert.ok(snippet, id);
  const line = marked.slice(0, marked.indexOf('‸')).split('\n').length - 1;
  const { workloadKinds } = optionsWith();
  return placeSnippet({ uri, text: marked.replace('‸', ''), workloadKinds }, line, snippet, 2);
}

/** The text with a snippet inserted, its tab stops at their defaults. */
function inserted(marked: string, id: string): string {
  const placement = placed(marked, id);
  assert.ok(placement.outcome === 'edits', JSON.stringify(placement));
  const document = TextDocument.create('file:///web.yaml', 'yaml', 1, marked.replace('‸', ''));
  const edits = placement.edits.map(({ start, end, text }) => ({ range: { start, end }, newText: defaultText(text) }));
  return TextDocument.applyEdits(document, edits);
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web # the shop
    image: web:1

    securityContext:
      runAsUser: 0
      capabilities: {}
  - name: proxy
    image: proxy:1
`;

describe('A snippet inserted by command', () => {
  it('goes where custom wants its keys, whatever line of the pod the cursor is on', () => {
    assert.equal(
      inserted(`‸${pod}`, 'pod/automount'),
      pod.replace('  containers:', '  automountServiceAccountToken: false\n  containers:'),
    );
  });

  it('adds to what is there what is missing, and leaves other values alone', () => {
    assert.equal(
      inserted(pod.replace('# the shop', '# the ‸ shop'), 'container/security-context').replace(
        'the  shop',
        'the shop',
      ),
      pod.replace(
        '      runAsUser: 0\n      capabilities: {}\n',
        `      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      runAsNonRoot: true
      runAsUser: 0
      capabilities:
        drop:
        - ALL
      seccompProfile:
        type: RuntimeDefault
`,
      ),
    );
  });

  it('asks which container is meant where several could be', () => {
    const placement = placed(`‸${pod}`, 'container/resources');
    assert.ok(placement.outcome === 'choice');
    assert.deepEqual(placement.places, [
      { label: 'web (Pod web)', position: { line: 6, character: 2 } },
      { label: 'proxy (Pod web)', position: { line: 12, character: 2 } },
    ]);
  });

  it('appends to lists', () => {
    const text = 'apiVersion: v1\nkind: Pod\nspec:\n  volumes: []\n  containers:\n    - name: web\n‸';
    assert.match(
      inserted(text, 'pod/emptydir'),
      /^ {2}volumes:\n {4}- name: tmp\n {6}emptyDir:\n {8}sizeLimit: 64Mi\n/m,
    );
    const again = inserted(`${inserted(text, 'pod/emptydir')}‸`, 'pod/secret-volume');
    assert.match(again, / {8}sizeLimit: 64Mi\n {4}- name: secrets\n/);
  });

  it('mixes no two choices: a probe keeps its handler, a profile its type', () => {
    const text = `apiVersion: v1
kind: Pod
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      livenessProbe:
        exec:
          command: [check]
‸`;
    assert.equal(inserted(text, 'container/security-context').match(/seccompProfile/g)?.length, 2);
    assert.deepEqual(placed(text, 'pod/seccomp-localhost').outcome, 'nothing');
    const probed = inserted(text, 'probes/probes');
    assert.match(probed, / {6}livenessProbe:\n {8}exec:\n {10}command: \[check\]\n {6}readinessProbe:\n/);
  });

  it('becomes a document of its own behind the one at the cursor', () => {
    const two = `${pod}---\n# Second\n${pod}`;
    const text = inserted(`‸${two}`, 'tenancy/netpol');
    assert.ok(text.startsWith(`${pod}---\napiVersion: networking.k8s.io/v1\n`));
    assert.ok(
      text.endsWith(`    - Egress\n---\n# Second\n${pod}`) || text.endsWith(`  - Egress\n---\n# Second\n${pod}`),
    );
    assert.match(inserted(`${pod}‸`, 'tenancy/netpol'), /image: proxy:1\n---\napiVersion/);
    assert.match(inserted('---\n‸\n', 'tenancy/netpol'), /^---\napiVersion/);
  });

  it('becomes a new file where its kind has no place', () => {
    for (const [text, uri] of [
      ['on: push\n‸', 'file:///a.yaml'],
      ['‸', 'file:///compose.yaml'],
      ['‸', 'file:///values.yaml'],
    ] as const) {
      assert.equal(placed(text, 'service/deployment', uri).outcome, 'new file', uri);
    }
    assert.equal(placed(`‸${pod}`, 'falco/falco-rule').outcome, 'new file');
    assert.equal(placed(`‸${pod}`, 'helm/helm-security-context').outcome, 'new file');
    assert.equal(placed(`‸${pod}`, 'seccomp/seccomp-audit').outcome, 'new file');
  });

  it('says why nothing can be done', () => {
    const nowhere = placed('apiVersion: v1\nkind: Service\n‸', 'pod/automount');
    assert.deepEqual(nowhere, {
      outcome: 'nothing',
      message: 'This snippet is a part of a pod. There is none in this file.',
    });
    const there = placed(`${pod}  automountServiceAccountToken: false\n‸`, 'pod/automount');
    assert.deepEqual(there, { outcome: 'nothing', message: 'All of this is here already.' });
    const other = placed(`${pod}  automountServiceAccountToken: true\n‸`, 'pod/automount');
    assert.deepEqual(other, {
      outcome: 'nothing',
      message: 'automountServiceAccountToken has another value here; it was left as it is.',
    });
  });
});
