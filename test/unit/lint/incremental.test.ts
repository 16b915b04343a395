import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LintedText, lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from './linting';

const options = optionsWith(rules, true);

/** All that is said of a text, and where. */
function said(linted: LintedText): string[] {
  return linted.documents.flatMap(({ start, line, document }) =>
    document.findings.map(({ rule, severity, message, range, start: from, end, related, fixes }) =>
      JSON.stringify([
        [rule.id, severity, message, start + range.start, start + range.end],
        [line + from.line, from.character, line + end.line, end.character],
        [related, fixes.map(({ title }) => title)],
      ]),
    ),
  );
}

function assertSame(texts: readonly string[]): void {
  let linted: LintedText | undefined;
  for (const text of texts) {
    linted = lint(text, options, linted);
    assert.deepEqual(said(linted), said(lint(text, options)), JSON.stringify(text));
  }
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
  - name: a
    image: a:1
`;
const service = `kind: Service
apiVersion: v1
metadata: {name: s}
spec: {selector: {a: b}, ports: [{port: 80}]}
`;
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n';
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: a, labels: {a: b}}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec: {serviceAccountName: a, containers: [{name: a, image: a}]}
`;

describe('a text that is linted after an edit', () => {
  it('has the findings of a text that is read for the first time, whichever objects become alike', () => {
    const commented = pod.replace('metadata:\n', 'metadata:\n  # c\n');
    assertSame([`---\n${pod}---\n${commented}---\n${service}`, `---\n${pod}---\n${pod}---\n${service}`]);
    assertSame([`---\n${pod}---\n${pod}---\n${service}`, `---\n${pod}---\n${commented}---\n${service}`]);
  });

  it('has them after any edits, of markers, line ends and byte order marks too', function () {
    this.timeout(120_000);
    const document = fc.constantFrom(
      pod,
      pod,
      service,
      account,
      deployment,
      '# seaworthy-disable-file host-pid\n',
      '{"a": 1}\n',
    );
    const written = fc.constantFrom(
      ...[
        '---\n',
        '\n---\n',
        '...\n',
        '\r',
        '\u2028',
        '\uFEFF',
        '# c\n',
        '  hostPID: true\n',
        '"',
        '{',
        '}',
        ' ',
        'x',
        '\n',
      ],
      ...['{{ if .a }}\n', '{{ end }}\n', pod, service, '<<: {a: 1}\n', '\t'],
    );
    const edit = fc.record({ at: fc.nat(), removed: fc.constantFrom(0, 0, 0, 1, 5, 40), written });
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { maxLength: 6 }),
        (documents, edits) => {
          const texts = [documents.join('---\n')];
          for (const { at, removed, written: added } of edits) {
            const text = texts.at(-1) ?? '';
            const start = at % (text.length + 1);
            texts.push(text.slice(0, start) + added + text.slice(start + removed));
          }
          assertSame(texts);
        },
      ),
      { seed: 20261128, numRuns: 60 },
    );
  });
});
