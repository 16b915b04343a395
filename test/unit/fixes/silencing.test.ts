import assert from 'node:assert/strict';
import { fileSilence, silencingFixes } from '../../../server/fixes/silencing';
import { lint } from '../../../server/lint/lint';
import { baselineRules } from '../../../server/rules/baseline/baselineRules';
import { silenceRules } from '../../../server/rules/silences/silenceRules';
import { inFile } from '../../../server/yaml/parsing/offsets';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';
import { optionsWith } from '../lint/linting';

const options = optionsWith([...baselineRules, ...silenceRules]);

/** A text after each way to silence its first finding; each is linted again and has to be quiet about it. */
function silenced(text: string, asksWhy = true): Record<string, string> {
  const linted = lint(text, options);
  const place = linted.documents.find(({ document }) => document.findings.length > 0);
  const finding = place?.document.findings[0];
  assert.ok(place && finding);
  const ways = silencingFixes(place.document, finding, asksWhy).map(({ title, edits }) => ({
    title,
    edits: edits.map((edit) => inFile(edit, place.start)),
  }));
  const forFile = fileSilence(text, finding.rule.id, asksWhy);
  if (forFile) ways.push({ title: 'file', edits: [forFile] });
  return Object.fromEntries(
    ways.map(({ title, edits }) => {
      const result = applyTextEdits(text, edits);
      const left = lint(result, options).documents.flatMap(({ document }) =>
        document.findings.map(({ rule }) => rule.id),
      );
      assert.ok(!left.includes(finding.rule.id) && !left.includes('unused-ignore'), `${title}: ${left}\n${result}`);
      return [title, result];
    }),
  );
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers: []
`;

describe('silencing a finding', () => {
  it('writes a comment behind its line, an annotation on its object, or a comment at the top of the file', () => {
    assert.deepEqual(silenced(pod), {
      'Ignore host-network here': pod.replace('true', 'true # seaworthy-ignore host-network -- say why'),
      'Ignore host-network in Pod "web"': pod.replace(
        'name: web\n',
        'name: web\n  annotations:\n    seaworthy.dev/ignore: "host-network -- say why"\n',
      ),
      file: `# seaworthy-ignore-file host-network -- say why\n${pod}`,
    });
  });

  it('writes above a line that has a comment, with the line ends of the file', () => {
    const text = pod.replace('true', 'true # why').replaceAll('\n', '\r\n');
    assert.equal(
      silenced(text)['Ignore host-network here'],
      text.replace('  hostNetwork', '  # seaworthy-ignore-next-line host-network -- say why\r\n  hostNetwork'),
    );
  });

  it('adds to the silences that are there', () => {
    const text = pod
      .replace('hostNetwork: true', 'hostNetwork: true # seaworthy-ignore privileged-container -- why')
      .replace('name: web\n', 'name: web\n  annotations:\n    seaworthy.dev/ignore: host-pid -- why\n')
      .replace('  containers', '  hostPID: true\n  containers')
      .replace('[]', '\n    - name: a');
    const ways = silenced(text.replace('privileged-container', 'image-tag'));
    assert.match(ways['Ignore host-network here'] ?? '', /# seaworthy-ignore image-tag, host-network -- why\n/);
    assert.match(
      ways['Ignore host-network in Pod "web"'] ?? '',
      /seaworthy.dev\/ignore: "?host-pid, host-network -- why"?\n/,
    );
  });

  it('leaves out the reason where nobody can be asked for it', () => {
    assert.match(silenced(pod, false)['Ignore host-network here'] ?? '', /# seaworthy-ignore host-network\n/);
  });

  it('writes no comment into JSON', () => {
    const json = JSON.stringify(
      { apiVersion: 'v1', kind: 'Pod', metadata: {}, spec: { hostNetwork: true, containers: [] } },
      null,
      2,
    );
    assert.deepEqual(Object.keys(silenced(json)), ['Ignore host-network in Pod']);
  });

  it('works in a document further down and in templates', () => {
    silenced(`${pod.replace('true', 'false')}---\n{{- if .Values.agent }}\n${pod}{{- end }}\n`);
  });
});
