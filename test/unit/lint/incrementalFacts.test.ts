import assert from 'node:assert/strict';
import { type LintedText, lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';
import { splitDocuments } from '../../../server/yaml/read/documents';
import { below, type Random, randomFrom } from '../../random';
import { optionsWith } from './linting';

const options = optionsWith(rules);

/** Objects that rules about several objects speak of: their own examples. */
const objects = [
  ...new Set(
    rules
      .filter((rule) => 'among' in rule)
      .flatMap(({ bad, good }) => [bad, good])
      .flatMap((text) =>
        splitDocuments(text).map((document) => `${document.text.replace(/^---.*\n/, '').trimEnd()}\n`),
      ),
  ),
];

/** What such objects are called, and ask for: any of it may stand in place of any other. */
const words = [
  ...new Set(objects.flatMap((text) => [...text.matchAll(/: ([\w./-]+)$/gm)].map(([, word = '']) => word))),
];

function said(linted: LintedText): unknown[] {
  return linted.documents.map(({ start, line, document }) => [
    start,
    line,
    document.findings.map(({ rule, severity, message, range, related, fixes, about }) => [
      [rule.id, severity, message, range, about],
      [related, fixes],
    ]),
  ]);
}

function oneOf(items: readonly string[], random: Random): string {
  return items[below(items.length, random)] ?? '';
}

/** A text with one of its values, one of its lines or one of its objects changed. */
function edited(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = below(lines.length, random);
  const line = lines[at] ?? '';
  const choice = random();
  if (choice < 0.7) lines[at] = line.replace(/(?<=: )[\w./-]+(?=[ ,}\]]|$)/, () => oneOf(words, random));
  else if (choice < 0.8) lines[at] = line.startsWith('---') ? line : `# ${line}`;
  else if (choice < 0.85) lines.splice(at, 1);
  else if (choice < 0.9) lines.splice(at, 0, line);
  else if (choice < 0.93) return `${text}---\n${oneOf(objects, random)}`;
  else lines[at] = line.replace(/(?<=: )\S.*$/, () => '{{ .Values.a }}');
  return lines.join('\n');
}

/** How many edits are tried; more for whoever has the time. */
const edits = Number(process.env.SEAWORTHY_TEST_EDITS ?? 1000);

describe('an object whose words change among others', () => {
  it('leaves every rule saying what it says of a text that is read for the first time', () => {
    const random = randomFrom(20261128);
    let found = 0;
    for (let done = 0; done < edits; ) {
      const count = 2 + below(9, random);
      let text = Array.from({ length: count }, () => oneOf(objects, random)).join('---\n');
      if (random() < 0.15) text = text.replace(/^(spec:\n)((?: .*\n)+)/m, '$1{{- if .Values.b }}\n$2{{- end }}\n');
      let linted = lint(text, options);
      for (let step = 0; step < 25; step++, done++) {
        text = edited(text, random);
        linted = lint(text, options, linted);
        const fresh = said(lint(text, options));
        found += fresh.length;
        assert.deepEqual(said(linted), fresh, text);
      }
    }
    assert.ok(found > edits);
  }).timeout(600_000);

  it('counts for rules that ask how much a file holds, whatever their own questions are about', () => {
    const workload = (kind: string, name: string) => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: web, image: registry.example.com/web}]}
`;
    const before = `${workload('Deployment', 'a')}---\n${workload('Deployment', 'b')}`;
    const after = `${workload('Deployment', 'a')}---\n${workload('StatefulSet', 'b')}`;
    const linted = lint(after, options, lint(before, options));
    const isFound = ({ documents }: LintedText) =>
      documents[0]?.document.findings.some(({ rule }) => rule.id === 'disruption-budget-missing');
    assert.deepEqual([isFound(lint(before, options)), isFound(linted)], [false, true]);
    assert.deepEqual(said(linted), said(lint(after, options)));
  });
});
