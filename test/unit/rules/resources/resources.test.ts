import assert from 'node:assert/strict';
import { cpuRequest } from '../../../../server/rules/resources/cpuRequest';
import { memoryLimit } from '../../../../server/rules/resources/memoryLimit';
import { memoryRequest } from '../../../../server/rules/resources/memoryRequest';
import { requestOverLimit } from '../../../../server/rules/resources/requestOverLimit';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const rules = [memoryRequest, memoryLimit, cpuRequest];

describe('requests and limits that are missing', () => {
  it('are found for each container that can have them; a limit alone is a request', () => {
    assertMarked(
      `apiVersion: v1
kind: Pod
spec:
  initContainers:
    - name: setup # ← memory-request, memory-limit, cpu-request
      image: setup:1
  containers:
    - name: limited
      image: a:1
      resources: # ← cpu-request
        limits: {memory: 1Gi}
    - name: requested
      image: a:1
      resources: # ← memory-limit
        requests: {memory: 1Gi, cpu: 1}
    - name: empty
      image: a:1
      resources: {} # ← memory-request, memory-limit, cpu-request
    - name: templated
      image: a:1
      resources: {{- toYaml .Values.resources | nindent 8 }}
    - name: partly
      image: a:1
      resources:
        limits:
          memory: {{ .Values.memory }}
          cpu: 1
  ephemeralContainers:
    - name: debugger
      image: a:1
`,
      { rules },
    );
  });

  it('may be those of the pod as a whole, from 1.34 on', () => {
    const pod = (mark: string) => `apiVersion: v1
kind: Pod
spec:
  resources:
    limits: {memory: 1Gi, cpu: 1}
  containers:
    - name: a${mark}
      image: a:1
`;
    assertMarked(pod(''), { rules });
    assertMarked(pod(' # ← memory-request, memory-limit, cpu-request'), { rules, version: 33 });
  });

  it('are filled in by a LimitRange of the same namespace', () => {
    const limited = (namespace: string, limits: string, mark: string) => `apiVersion: v1
kind: LimitRange
metadata:
  namespace: ${namespace}
spec:
  limits:
    - type: Container
      ${limits}
---
apiVersion: v1
kind: Pod
metadata:
  namespace: shop
spec:
  containers:
    - name: a${mark}
      image: a:1
`;
    const all = ' # ← memory-request, memory-limit, cpu-request';
    assertMarked(limited('shop', 'default: {memory: 1Gi, cpu: 1}', ''), { rules });
    assertMarked(limited('shop', 'max: {memory: 1Gi, cpu: 1}', ''), { rules });
    assertMarked(limited('shop', 'defaultRequest: {memory: 1Gi}', ' # ← memory-limit, cpu-request'), { rules });
    assertMarked(limited('shop', 'default: {{ .Values.default }}', ''), { rules });
    assertMarked(limited('blog', 'default: {memory: 1Gi, cpu: 1}', all), { rules });
    assertMarked(limited('{{ .Values.namespace }}', 'default: {memory: 1Gi, cpu: 1}', ''), { rules });
  });

  it('are not missing in a part of a pod', () => {
    assertMarked('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      resources: {}\n', { rules });
  });

  it('are added so that the limit is no less than the request', () => {
    const pod = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: a
      image: a:1
      resources:
        requests:
          memory: 768Mi
`;
    assert.match(fixed(pod, '', { rules: [memoryLimit] }), /limits:\n {10}memory: 768Mi\n/);
  });
});

describe('memory in parts of a byte', () => {
  it('is an error as a limit, and mended to what was meant', () => {
    const pod = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: a
      image: a:1
      resources:
        limits:
          memory: 400m # ← memory-limit
          cpu: 400m
`;
    assertMarked(pod, { rules });
    assert.equal(findingsIn(pod, { rules })[0]?.finding.severity, 'error');
    assert.match(fixed(pod, '', { rules }), /memory: 400Mi # /);
  });
});

describe('request-over-limit', () => {
  it('compares quantities by what they mean', () => {
    assertMarked(
      `apiVersion: v1
kind: Pod
spec:
  resources:
    requests: {cpu: 2} # ← request-over-limit
    limits: {cpu: 1}
  containers:
    - name: a
      resources:
        requests: {memory: 1Gi, cpu: 0.5, example.com/gpu: 1}
        limits: {memory: 1024Mi, cpu: 500m, example.com/gpu: 1}
    - name: b
      resources:
        requests:
          memory: 1Gi # ← request-over-limit
          cpu: 0.51 # ← request-over-limit
        limits: {memory: 1G, cpu: 500m}
    - name: c
      resources:
        requests: {memory: "{{ .a }}", cpu: 2}
        limits: {memory: 1, cpu: "{{ .b }}"}
`,
      { rules: [requestOverLimit] },
    );
  });
});
