import assert from 'node:assert/strict';
import { withoutLimitsToldElsewhere } from '../../../server/features/limitsToldElsewhere';
import { lint } from '../../../server/lint/lint';
import { cpuLimit } from '../../../server/rules/resources/cpuLimit';
import { memoryLimit } from '../../../server/rules/resources/memoryLimit';
import { optionsWith } from '../lint/linting';

/** The findings that are left, each with its line. */
function left(text: string): string[] {
  const linted = withoutLimitsToldElsewhere(lint(text, optionsWith([cpuLimit, memoryLimit])));
  return linted.documents.flatMap(({ line, document }) =>
    document.findings.map(({ rule, start }) => `${line + start.line} ${rule.id}`),
  );
}

const pod = (kind: string, resources = '', list = 'containers') => `apiVersion: v1
kind: ${kind}
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
${list === 'containers' ? resources : `      resources: { limits: { cpu: 1, memory: 1Gi } }\n  ${list}:\n    - name: first\n      image: registry.example.com/first:1.0\n`}`;

describe('limits that the Kubernetes extension warns of', () => {
  it('are left to it in the containers of a Pod, as far as they are missing', () => {
    assert.deepEqual(left(pod('Pod')), []);
    assert.deepEqual(left(pod('Pod', '      resources:\n        limits:\n          memory: 1Gi\n')), []);
    assert.deepEqual(
      left(pod('Pod', '      resources:\n        limits:\n          cpu: 1\n          memory: 100m\n')),
      ['11 memory-limit'],
    );
  });

  it('are left to it in each document of a file', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0
`;
    assert.deepEqual(left(`${pod('Pod')}---\n${deployment}`), []);
    assert.deepEqual(left(`${pod('Pod')}---\n${deployment.replace('Deployment', 'StatefulSet')}`), [
      '18 cpu-limit',
      '18 memory-limit',
    ]);
  });

  it('are told where it does not look: in init containers, templates and broken text', () => {
    assert.deepEqual(left(pod('Pod', '', 'initContainers')), ['10 cpu-limit', '10 memory-limit']);
    assert.deepEqual(left(pod('Pod').replace('name: web\nspec', 'name: {{ .Values.name }}\nspec')), [
      '6 cpu-limit',
      '6 memory-limit',
    ]);
    assert.deepEqual(left(pod('Pod').replace('metadata:\n', 'metadata:\n  labels: { app: web\n')), [
      '7 cpu-limit',
      '7 memory-limit',
    ]);
  });
});
