import assert from 'node:assert/strict';
import { kindOf } from '../../../../server/documents/kindOf';
import { readDocument } from '../../../../server/lint/readDocument';
import { hostNetwork } from '../../../../server/rules/baseline/hostNetwork';
import { rules } from '../../../../server/rules/catalogue';
import { foundIn, linesFound, optionsWith } from '../../lint/linting';

const version = 'apiVersion: kubelet.config.k8s.io/v1beta1\n';
const head = `${version}kind: KubeletConfiguration\n`;

const kindsOf = (texts: readonly string[]) => texts.map((text) => [kindOf({ name: '', text }).id, text]);

describe('the configuration of a kubelet', () => {
  it('is known by its version and kind, however these are written', () => {
    const texts = [
      head,
      `# kind: of this node\n---\n${head}authentication: {anonymous: {enabled: true}}\n`,
      `\uFEFF${head.replaceAll('\n', '\r\n')}`,
      'kind: "KubeletConfiguration" # v1beta1\napiVersion: \'kubelet.config.k8s.io/v1beta1\'\n',
      '"kind": KubeletConfiguration\n"apiVersion": kubelet.config.k8s.io/v1beta1\n',
      '{"kind":"KubeletConfiguration","apiVersion":"kubelet.config.k8s.io/v1beta1"}\n',
      '{\n  "apiVersion" : "kubelet.config.k8s.io/v1beta1",\n  "kind" : "KubeletConfiguration"\n}\n',
      '{kind: KubeletConfiguration, apiVersion: kubelet.config.k8s.io/v1beta1}\n',
      `{{- if .Values.kubelet }}\n${head}maxPods: {{ .Values.pods }}\n{{- end }}\n`,
    ];
    assert.deepEqual(
      kindsOf(texts),
      texts.map((text) => ['kubeletConfiguration', text]),
    );
  });

  it('is no other kind, version, or object that holds its text', () => {
    const texts = [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: KubeletConfiguration\n',
      'apiVersion: kubelet.config.k8s.io/v1\nkind: CredentialProviderConfig\n# KubeletConfiguration\n',
      'apiVersion: example.com/v1\nkind: KubeletConfiguration\n',
      'kind: KubeletConfiguration\n',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  kubelet: |\n${head.replace(/^/gm, '    ')}`,
      `${version}kind: {{ .Values.kind }} # KubeletConfiguration\n`,
      `${version}{{ if .Values.pod }}\nkind: Pod\n{{ else }}\nkind: KubeletConfiguration\n{{ end }}\n`,
      `${head}apiVersion: v1\nkind: Pod\n`,
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"kubelet.config.k8s.io/v1beta1","kind":"KubeletConfiguration"}]}\n',
    ];
    assert.deepEqual(
      kindsOf(texts),
      texts.map((text) => ['manifest', text]),
    );
  });

  it('stands among manifests, each judged as what it is', () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
---
${head}authentication:
  anonymous:
    enabled: true
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
`;
    assert.deepEqual(
      linesFound(text, optionsWith(rules)).filter((found) => /^(?:kubelet|host-network)/.test(found)),
      ['kubelet-anonymous-auth 8', 'host-network 15'],
    );
  });

  it('is not read while no rule looks at it', () => {
    assert.equal(readDocument({ name: '', text: head }, optionsWith([hostNetwork])).isParsed, false);
  });

  it('is told to be no YAML where somebody has named its file', () => {
    const broken = `${head}authentication: [\n`;
    assert.deepEqual(foundIn(broken, optionsWith(rules)), []);
    assert.deepEqual(
      foundIn(broken, optionsWith(rules, true)).map(({ finding }) => finding.rule.id),
      ['yaml-syntax'],
    );
    const refused = `${head}featureGates: ${'['.repeat(2000)}${']'.repeat(2000)}\n`;
    assert.deepEqual(linesFound(refused, optionsWith(rules, true)), ['yaml-syntax 1']);
  });
});
