import assert from 'node:assert/strict';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { blockOf, readFenceInfo } from '../../../build/cheatSheet/codeBlocks';
import { sectionPages } from '../../../build/cheatSheet/sectionPages';
import { insertedPart } from '../../../client/cheatSheet/insertedPart';
import { placeSnippet } from '../../../server/features/snippetPlacement';
import { snippetOf } from '../../../server/features/snippets/snippet';
import { defaultText } from '../../../server/features/snippets/snippetText';
import { optionsWith } from '../lint/linting';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
      securityContext:
        runAsNonRoot: true
`;

/** A text after a fenced block was inserted with the cursor on a line, counted from 0. */
function inserted(text: string, line: number, info: string, code: string): string {
  const part = insertedPart(blockOf(readFenceInfo(info), code));
  const snippet = part && snippetOf(part);
  assert.ok(snippet);
  const source = { uri: 'file:///web.yaml', text, workloadKinds: optionsWith().workloadKinds };
  const placement = placeSnippet(source, line, snippet, 2);
  assert.ok(placement.outcome === 'edits', JSON.stringify(placement));
  const edits = placement.edits.map(({ start, end, text }) => ({ range: { start, end }, newText: defaultText(text) }));
  return TextDocument.applyEdits(TextDocument.create(source.uri, 'yaml', 1, text), edits);
}

describe('YAML of the cheat-sheet that is inserted at the cursor', () => {
  it('is merged into the pod that is there, without a second spec', () => {
    const block = 'spec:\n  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n';
    assert.equal(
      inserted(pod, 8, 'yaml fits=pod', block),
      pod.replace(
        '  containers:',
        '  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n  containers:',
      ),
    );
  });

  it('is merged into the container around the cursor, with what it has already', () => {
    const block = 'securityContext:\n  allowPrivilegeEscalation: false\n  runAsNonRoot: true\n';
    const text = inserted(pod, 7, 'yaml fits=container', block);
    assert.equal(text.match(/securityContext:/g)?.length, 1);
    assert.match(text, /securityContext:\n {8}allowPrivilegeEscalation: false\n {8}runAsNonRoot: true\n$/);
  });

  it('becomes a document of its own where it is a whole manifest', () => {
    const block = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
    assert.equal(inserted(pod, 3, 'yaml', block), `${pod}---\n${block}`);
  });

  it('keeps what a snippet would take for placeholders', () => {
    const block = "command: ['sh', '-c', 'echo ${HOME} $1 }']\n";
    assert.match(inserted(pod, 7, 'yaml fits=container', block), /echo \$\{HOME\} \$1 \}/);
  });

  it('is refused by the build where it is said to fit what there is not', () => {
    assert.throws(() => blockOf(readFenceInfo('yaml fits=cargo'), 'a: 1'), /Nothing of a manifest is called "cargo"/);
  });

  it('knows its place in all pages but where a part is meant for one file alone', async () => {
    const { blocks } = await sectionPages(path.resolve(__dirname, '../../../media'), { pages: {}, blocks: {} });
    const placeless = Object.entries(blocks).filter(([, { kind, fits }]) => kind === 'yaml' && fits === undefined);
    assert.deepEqual(
      placeless.map(([address]) => address),
      ['admission/block-6'],
    );
  });
});
