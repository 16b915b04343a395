import assert from 'node:assert/strict';
import { silencingFixes } from '../../../../server/fixes/silencing';
import { lint } from '../../../../server/lint/lint';
import { rules } from '../../../../server/rules/catalogue';
import { kubeletAnonymousAuth as rule } from '../../../../server/rules/kubeletConfigurations/kubeletAnonymousAuth';
import { optionsWith } from '../../lint/linting';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const linted = { rules: [rule] };
const head = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
const configured = (written: string, rest = '') =>
  `${head}authentication:\n  anonymous:\n    enabled: ${written}\n${rest}`;
const json = `{
  "kind": "KubeletConfiguration",
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "authentication": { "anonymous": { "enabled": true } },
  "maxPods": 110
}
`;

describe('kubelet-anonymous-auth', () => {
  it('reports true wherever it is written: in a file of its own, for kubeadm, in flow style', () => {
    assertMarked(configured('true # ← kubelet-anonymous-auth'), linted);
    assertMarked(
      `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: { anonymous: { enabled: true } } # ← kubelet-anonymous-auth
---
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
`,
      linted,
    );
    assert.deepEqual(
      findingsIn(json, linted).map(({ line }) => line),
      [3],
    );
  });

  it('reports no false, nothing absent, and no text', () => {
    for (const text of [
      configured('false'),
      configured('null'),
      configured('"true"'),
      `${head}authentication:\n  anonymous: {}\n`,
      `${head}authorization:\n  mode: AlwaysAllow\n`,
      head,
      configured('true').replace('v1beta1', 'v2'),
    ])
      assert.deepEqual(findingsIn(text, linted), [], text);
  });

  it('says who decides what such requests may do', () => {
    const message = (rest: string) => findingsIn(configured('true', rest), linted)[0]?.finding.message;
    assert.match(message('authorization:\n  mode: AlwaysAllow\n') ?? '', /AlwaysAllow lets them run commands/);
    assert.match(message('authorization:\n  mode: Webhook\n') ?? '', /\(authorization\.mode Webhook\)$/);
    assert.match(message('') ?? '', /Webhook by default\)$/);
    for (const mode of ['{{ .Values.mode }}', 'RBAC', '[]'])
      assert.equal(message(`authorization:\n  mode: ${mode}\n`), 'The kubelet takes requests without credentials');
    assert.equal(
      message('{{- include "kubelet.authorization" . }}\n'),
      'The kubelet takes requests without credentials',
    );
  });

  it('knows nothing of what a template fills in, and judges what stands in each of its branches', () => {
    assertMarked(configured('{{ .Values.anonymous }}'), linted);
    assertMarked(configured('{{ .Values.anonymous | default true }}'), linted);
    assertMarked(`${head}authentication:\n{{ toYaml .Values.authentication | indent 2 }}\n`, linted);
    assertMarked(
      `${head}authentication:
  anonymous:
    {{- if .Values.closed }}
    enabled: false
    {{- else }}
    enabled: true # ← kubelet-anonymous-auth
    {{- end }}
`,
      linted,
    );
  });

  it('is mended in YAML and JSON without another byte changed', () => {
    const text = configured('true # for the probe', 'maxPods: 110\n');
    assert.equal(fixed(text, '', linted), text.replace('enabled: true', 'enabled: false'));
    assert.equal(fixed(json, '', linted), json.replace('true', 'false'));
    const several = `kind: A\napiVersion: b/v1\n---\n${text}`;
    assert.equal(fixed(several, '', linted), several.replace('enabled: true', 'enabled: false'));
  });

  it('is not mended where another place shares the value', () => {
    const shared = `${head}enableServer: &on true\nauthentication:\n  anonymous:\n    enabled: *on\n`;
    assert.deepEqual(
      findingsIn(shared, linted).map(({ finding }) => finding.fixes.length),
      [0],
    );
  });

  it('is kept quiet by comments', () => {
    for (const text of [
      configured('true # seaworthy-ignore kubelet-anonymous-auth -- a test rig'),
      configured('true').replace('    enabled', '    # seaworthy-ignore-next-line kubelet-anonymous-auth\n    enabled'),
      `# seaworthy-ignore-file kubelet-anonymous-auth\n${configured('true')}`,
    ])
      assert.deepEqual(findingsIn(text, { rules }), [], text);
  });

  it('offers the comment for its line in YAML, and nothing in JSON, which has no place for one', () => {
    const titles = (text: string) =>
      lint(text, optionsWith([rule])).documents.flatMap(({ document }) =>
        document.findings.flatMap((finding) => silencingFixes(document, finding, false).map(({ title }) => title)),
      );
    assert.deepEqual(titles(configured('true')), ['Ignore kubelet-anonymous-auth here']);
    assert.deepEqual(titles(json), []);
  });
});
