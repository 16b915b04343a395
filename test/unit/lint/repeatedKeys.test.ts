import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/catalogue';
import { foundIn, linesFound, optionsWith } from './linting';

function told(text: string): string[] {
  const found = foundIn(text, optionsWith(rules)).filter(({ finding }) => finding.rule.id === 'yaml-syntax');
  return found.map(({ line, finding }) => `${line + 1}: ${finding.message}`);
}

const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  hostPID: true
  containers: [{name: a, image: "registry.example.com/a:1.0.0"}]
`;

const service = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;

describe('a key that is written twice', () => {
  it('is told with the place of the first, at any depth and in flow style', () => {
    assert.deepEqual(
      told(`apiVersion: v1
kind: ConfigMap
metadata: {name: c, labels: {a: b, "a": c}}
data:
  x: "1"
  y: "2"
  x: "3"
data: {}
`),
      [
        '3: The key "a" is written twice in one mapping, first on this line: kubectl keeps the last one alone',
        '7: The key "x" is written twice in one mapping, first 2 lines above: kubectl keeps the last one alone',
        '8: The key "data" is written twice in one mapping, first 4 lines above: kubectl keeps the last one alone',
      ],
    );
  });

  it('is told in JSON', () => {
    assert.deepEqual(told('{"apiVersion": "v1", "kind": "ConfigMap",\n"kind": "Secret"}'), [
      '2: The key "kind" is written twice in one mapping, first on the line above: kubectl keeps the last one alone',
    ]);
  });

  it('has each of its values judged', () => {
    for (const values of [
      ['true', 'false'],
      ['false', 'true'],
      ['false', 'true', 'false'],
    ]) {
      const text = `${pod.replace('  hostPID: true\n', values.map((value) => `  hostPID: ${value}\n`).join(''))}`;
      const line = 5 + values.indexOf('true');
      assert.ok(linesFound(text).includes(`host-pid ${line}`), text);
    }
    assert.ok(linesFound(`${pod}spec:\n  containers: [{name: a, image: b}]\n`).includes('host-pid 5'));
  });

  it('is none where a merge key brings it in, and in the branches of a template', () => {
    assert.deepEqual(told(`${pod}  x-base: &base {hostIPC: true}\n  hostIPC: true\n  <<: *base\n  <<: {}\n`), []);
    assert.deepEqual(
      told(`${pod}{{- if .a }}\nstatus: {}\n{{- end }}\n{{- if not .a }}\nstatus: {}\n{{- end }}\n`),
      [],
    );
  });
});

describe('an object without a line `---` above it', () => {
  const message = 'A second object begins here, and no line --- stands above it: kubectl makes one object of both';

  it('is told where it begins, and both are judged', () => {
    assert.deepEqual(told(pod + service), [`7: ${message}`]);
    assert.deepEqual(told(service + pod), [`5: ${message}`]);
    assert.ok(linesFound(pod + service).includes('host-pid 5'));
    assert.ok(linesFound(service + pod).includes('host-pid 9'));
    assert.deepEqual(told(pod + service + pod), [`7: ${message}`, `11: ${message}`]);
  });

  it('may begin with any of its keys', () => {
    const turned = service.split('\n').slice(0, 4).reverse().join('\n');
    assert.deepEqual(told(`${pod}${turned}\n`), [`7: ${message}`]);
  });

  it('is told in a branch of a template, where the first one is written whatever the values are', () => {
    assert.deepEqual(told(`${pod}{{- if .Values.service }}\n${service}{{- end }}\n`), [`8: ${message}`]);
  });

  it('is none where a template chooses between them, or may write the line', () => {
    for (const text of [
      `{{- if .a }}\n${pod}{{- end }}\n{{- if not .a }}\n${service}{{- end }}\n`,
      `{{- if .a }}\n${pod}{{- else }}\n${service}{{- end }}\n`,
      `${pod}{{ include "separator" . }}\n${service}`,
      `${pod}{{ "---" }}\n${service}`,
      `${pod}{{ define "service" }}\n${service}{{ end }}\n`,
    ]) {
      assert.deepEqual(told(text), [], text);
    }
  });
});
