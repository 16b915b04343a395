import assert from 'node:assert/strict';
import { namespaceViolatesPodSecurity } from '../../../../server/rules/namespaces/namespaceViolatesPodSecurity';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const rules = [namespaceViolatesPodSecurity];

const namespace = (labels: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
${labels.replace(/^/gm, '    ')}
---
`;

const deployment = (spec: string, mark = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop${mark}
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
${spec.replace(/^/gm, '      ')}
`;

const container = 'containers:\n  - name: web\n    image: registry.example.com/web:1.4.2';
const mark = ' # ← namespace-violates-pod-security';

describe('a pod that its own namespace would refuse', () => {
  it('is told once, where it says its namespace, whatever the number of reasons', () => {
    const text =
      namespace('pod-security.kubernetes.io/enforce: restricted') + deployment(`hostNetwork: true\n${container}`, mark);
    assertMarked(text, { rules });
    const [found] = findingsIn(text, { rules });
    assert.match(
      found?.finding.message ?? '',
      /^The namespace shop enforces restricted .+: it accepts the Deployment and refuses its pods, since .+, and for \d+ more reasons$/,
    );
    assert.equal(found?.finding.related.length, 1);
  });

  it('is judged by the level and the release of the label', () => {
    const probe =
      'containers:\n  - name: web\n    image: a:1\n    livenessProbe:\n      tcpSocket: {port: 80, host: 127.0.0.1}';
    const at = (version: string) =>
      namespace(`pod-security.kubernetes.io/enforce: baseline\npod-security.kubernetes.io/enforce-version: ${version}`);
    assertMarked(at('v1.33') + deployment(probe), { rules });
    assertMarked(at('v1.34') + deployment(probe, mark), { rules });
    assertMarked(at('v1.34') + deployment(probe), { rules, version: 33 });
    assertMarked(at('v1.34') + deployment(container), { rules });
  });

  it('is not told where nothing is enforced, the namespace is another one or a template writes the label', () => {
    const host = `hostNetwork: true\n${container}`;
    for (const labels of [
      'pod-security.kubernetes.io/enforce: privileged',
      'pod-security.kubernetes.io/enforced: restricted',
      'pod-security.kubernetes.io/enforce: Restricted',
      'pod-security.kubernetes.io/enforce: {{ .Values.level }}',
    ]) {
      assertMarked(namespace(labels) + deployment(host), { rules });
    }
    const enforced = namespace('pod-security.kubernetes.io/enforce: baseline');
    assertMarked(enforced + deployment(host).replace('namespace: shop', 'namespace: other'), { rules });
    assertMarked(enforced + deployment(host).replace('  namespace: shop\n', ''), { rules });
  });

  it('is hardened in one go where nobody has to decide anything', () => {
    const text =
      namespace('pod-security.kubernetes.io/enforce: baseline') +
      deployment(`hostPID: true\nhostIPC: true\n${container}`);
    assert.equal(
      fixed(text, 'Harden', { rules }),
      namespace('pod-security.kubernetes.io/enforce: baseline') + deployment(container),
    );
    const volume = `volumes:\n  - name: a\n    hostPath: {path: /}\n${container}`;
    const [found] = findingsIn(namespace('pod-security.kubernetes.io/enforce: baseline') + deployment(volume), {
      rules,
    });
    assert.deepEqual(found?.finding.fixes, []);
  });

  it('is information where the namespace only warns of it or logs it', () => {
    const labels = (warn: string, audit: string) =>
      namespace(`pod-security.kubernetes.io/warn: ${warn}\npod-security.kubernetes.io/audit: ${audit}`);
    const told = (text: string) =>
      findingsIn(text + deployment(`hostPID: true\n${container}`), { rules }).map(
        ({ finding: { severity, message } }) => `${severity}: ${message.replace(/: .*/, '')}`,
      );
    assert.deepEqual(told(labels('baseline', 'baseline')), [
      'information: The namespace shop warns of and logs what breaks baseline as of Kubernetes 1.37',
    ]);
    assert.deepEqual(told(labels('baseline', 'restricted')), [
      'information: The namespace shop warns of what breaks baseline as of Kubernetes 1.37',
      'information: The namespace shop logs what breaks restricted as of Kubernetes 1.37',
    ]);
    assert.deepEqual(told(labels('privileged', 'baseline')), [
      'information: The namespace shop logs what breaks baseline as of Kubernetes 1.37',
    ]);
    assert.deepEqual(told(namespace('pod-security.kubernetes.io/enforce: baseline') + labels('a', 'b')), [
      'error: The namespace shop enforces baseline as of Kubernetes 1.37',
    ]);
  });

  it('is told once where the namespace refuses it, whatever else it does about it', () => {
    const text =
      namespace('pod-security.kubernetes.io/enforce: baseline\npod-security.kubernetes.io/warn: restricted') +
      deployment(`hostPID: true\n${container}`);
    assert.deepEqual(
      findingsIn(text, { rules }).map(({ finding }) => finding.severity),
      ['error'],
    );
  });

  it('is hardened by one removal of hostNetwork, whatever number of ports that makes host ports', () => {
    const labels = namespace('pod-security.kubernetes.io/enforce: baseline');
    const ports = `${container}\n    ports:\n      - containerPort: 80\n      - containerPort: 443`;
    const text = labels + deployment(`hostNetwork: true\n${ports}`);
    assert.equal(fixed(text, 'Harden', { rules }), labels + deployment(ports));
  });
});
