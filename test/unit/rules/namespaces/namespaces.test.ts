import assert from 'node:assert/strict';
import { ruleNamed } from '../../../../server/rules/catalogue';
import type { Rule } from '../../../../server/rules/rule';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const only = (...ids: string[]): { rules: Rule[] } => ({ rules: ids.flatMap((id) => ruleNamed(id) ?? []) });

const namespace = (labels = '', name = 'shop') => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
${labels && `  labels:\n${labels.replace(/^/gm, '    ')}\n`}`;

const enforce = 'pod-security.kubernetes.io/enforce';

const pod = (spec: string, of = 'shop') => `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: ${of}
spec:
${spec}`;

const container = '  containers:\n    - name: web\n      image: registry.example.com/web:1.4.2\n';
const hardened = `  securityContext:
    runAsNonRoot: true
    seccompProfile: {type: RuntimeDefault}
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        capabilities: {drop: [ALL]}
`;

describe('namespace-pod-security', () => {
  const linted = only('namespace-pod-security');

  it('asks for a level, and is milder where privileged was written down', () => {
    assertMarked(namespace().replace('name: shop', 'name: shop # ← namespace-pod-security'), linted);
    assertMarked(namespace('team: a').replace('name: shop', 'name: shop # ← namespace-pod-security'), linted);
    assertMarked(namespace(`${enforce}: baseline`), linted);
    assertMarked(namespace('pod-security.kubernetes.io/warn: restricted'), linted);
    const [found] = findingsIn(namespace(`${enforce}: privileged`), linted);
    assert.equal(found?.finding.severity, 'information');
  });

  it('leaves the namespaces of the cluster alone, and what a template labels', () => {
    assertMarked(namespace('', 'kube-system'), linted);
    assertMarked(namespace('{{- toYaml .Values.labels | nindent 4 }}'), linted);
    assertMarked(namespace(`${enforce}: {{ .Values.level }}`), linted);
  });

  it('offers to warn first, then to enforce', () => {
    const warned = fixed(namespace(), 'Warn of', linted);
    assert.match(
      warned,
      /pod-security.kubernetes.io\/audit: restricted\n {4}pod-security.kubernetes.io\/warn: restricted\n/,
    );
    assert.equal(fixed(namespace(), 'Enforce baseline', linted), namespace(`${enforce}: baseline`));
    assert.equal(fixed(namespace(), 'Enforce restricted', linted), namespace(`${enforce}: restricted`));
  });
});

describe('namespace-violates-pod-security', () => {
  const linted = only('namespace-violates-pod-security');
  const messages = (manifest: string, version?: number) =>
    findingsIn(manifest, { ...linted, ...(version !== undefined && { version }) }).map(
      ({ finding }) => finding.message,
    );

  it('judges pods by the level of their own namespace', () => {
    assert.deepEqual(messages(`${namespace(`${enforce}: baseline`)}---\n${pod(container)}`), []);
    assert.deepEqual(
      messages(`${namespace(`${enforce}: privileged`)}---\n${pod(`  hostPID: true\n${container}`)}`),
      [],
    );
    assert.deepEqual(messages(`${namespace(`${enforce}: restricted`)}---\n${pod(hardened)}`), []);
    assert.deepEqual(messages(`${namespace(`${enforce}: restricted`)}---\n${pod(container, 'other')}`), []);
    assert.deepEqual(messages(`${namespace(`${enforce}: baseline`)}---\n${pod(`  hostPID: true\n${container}`)}`), [
      'The namespace shop enforces baseline as of Kubernetes 1.37: it refuses the pod, since the pod sees all processes of its node',
    ]);
    assert.match(
      messages(`${namespace(`${enforce}: restricted`)}---\n${pod(container)}`)[0] ?? '',
      /, and for 3 more reasons$/,
    );
  });

  it('judges by the release that the namespace names', () => {
    const probed = pod(container.replace(/$/, '      livenessProbe: {httpGet: {host: 127.0.0.1, port: 80}}\n'));
    const at = (release: string) =>
      `${namespace(`${enforce}: baseline\n${enforce}-version: ${release}`)}---\n${probed}`;
    assert.equal(messages(at('latest')).length, 1);
    assert.equal(messages(at('v1.34')).length, 1);
    assert.equal(messages(at('v1.33')).length, 0);
    assert.equal(messages(at('v1.36'), 33).length, 0);
  });

  it('says that a workload is accepted and its pods are refused, and mends it as the control does', () => {
    const deployment = `${namespace(`${enforce}: baseline`)}---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      hostNetwork: true
      containers: [{name: web, image: web}]
`;
    assert.match(messages(deployment)[0] ?? '', /: it accepts the Deployment and refuses its pods, since the pod uses/);
    assert.equal(fixed(deployment, 'Harden the pod', linted), deployment.replace('      hostNetwork: true\n', ''));
  });
});

describe('what a namespace holds', () => {
  const linted = only('namespace-quota', 'namespace-limits', 'namespace-network-policy');
  const all = ' # ← namespace-limits, namespace-network-policy, namespace-quota';
  const marked = namespace().replace('name: shop', `name: shop${all}`);
  const object = (apiVersion: string, kind: string, of = '') =>
    `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: it\n${of && `  namespace: ${of}\n`}`;

  it('is judged only where the file shows what is in it', () => {
    assertMarked(namespace(), linted);
    assertMarked(`${marked}---\n${pod(container)}`, linted);
    assertMarked(`${namespace()}---\n${pod(container, 'other')}`, linted);
  });

  it('counts by namespace', () => {
    const held =
      object('v1', 'ResourceQuota', 'shop') +
      object('v1', 'LimitRange') +
      object('networking.k8s.io/v1', 'NetworkPolicy', 'shop');
    assertMarked(`${namespace()}---\n${pod(container)}${held}`, linted);
    assertMarked(`${marked}---\n${pod(container)}${object('v1', 'ResourceQuota', 'other')}`, linted);
  });

  it('is added as a document of its own', () => {
    for (const id of ['namespace-quota', 'namespace-limits', 'namespace-network-policy']) {
      const mended = fixed(`${namespace()}---\n${pod(container)}`, 'Add', only(id));
      assert.deepEqual(findingsIn(mended, only(id)), []);
      assert.match(mended, /\n---\napiVersion: [\w./]+\nkind: \w+\nmetadata:\n {2}name: [\w-]+\n {2}namespace: shop\n/);
    }
  });
});

describe('where a workload stands', () => {
  it('is told by what is written, not by what is absent', () => {
    const linted = only('default-namespace', 'kube-system-namespace');
    assertMarked(pod(container, 'default # ← default-namespace'), linted);
    assertMarked(pod(container).replace('  namespace: shop\n', ''), linted);
    assertMarked(pod(container, '{{ .Release.Namespace }}'), linted);
    assertMarked(pod(container, 'kube-system # ← kube-system-namespace'), linted);
  });

  it('leaves the parts of the cluster where they belong', () => {
    const linted = only('kube-system-namespace');
    assertMarked(pod(`  priorityClassName: system-node-critical\n${container}`, 'kube-system'), linted);
    assertMarked(pod(container, 'kube-system\n  labels:\n    k8s-app: dns'), linted);
  });
});

describe('recommended-labels', () => {
  const linted = only('recommended-labels');

  it('asks for the name of the application, unless a template or another file may write it', () => {
    assertMarked(pod(container).replace('name: web', 'name: web # ← recommended-labels'), linted);
    assertMarked(pod(container, 'shop\n  labels: # ← recommended-labels\n    app: web'), linted);
    assertMarked(pod(container, 'shop\n  labels:\n    app.kubernetes.io/name: web'), linted);
    assertMarked(pod(container, 'shop\n  labels:\n    {{- include "labels" . | nindent 4 }}'), linted);
    assertMarked(pod('  containers:\n    - name: web\n'), linted);
  });
});
