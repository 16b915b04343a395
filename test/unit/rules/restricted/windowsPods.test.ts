import assert from 'node:assert/strict';
import { capabilitiesNotDropped } from '../../../../server/rules/restricted/capabilitiesNotDropped';
import { windowsOsName } from '../../../../server/rules/restricted/windowsOsName';
import { applyTextEdits, renderEdits } from '../../../../server/yaml/write/renderEdits';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const pod = (spec: string, container = '') => `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
${spec}  containers:
    - name: agent
      image: registry.example.com/agent:1.0
${container}`;

const ofLinux = new Set([
  'apparmor-missing',
  'capabilities-not-dropped',
  'host-users',
  'low-group-id',
  'low-user-id',
  'privilege-escalation',
  'read-only-root-filesystem',
  'seccomp-profile-missing',
]);

const choices = {
  'os.name': '  os: {name: windows}\n',
  'a node selector': '  nodeSelector: {kubernetes.io/os: windows}\n',
  'the node selector of old': '  nodeSelector: {beta.kubernetes.io/os: windows}\n',
  'a required affinity': `  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - {key: kubernetes.io/os, operator: In, values: [windows]}
              - {key: zone, operator: In, values: [a]}
`,
  'host processes':
    '  hostNetwork: true\n  securityContext: {runAsNonRoot: true, windowsOptions: {hostProcess: true}}\n',
};

/** A text after all its fixes that close a gap without a choice, one finding after the other. */
function hardened(text: string): string {
  for (const { finding, start } of findingsIn(text, { profile: 'all' })) {
    const fix = finding.fixes.find(({ class: fixClass }) => fixClass !== 'ask');
    const edits = fix && finding.tree && renderEdits(finding.tree, fix.edits);
    if (edits) return hardened(text.slice(0, start) + applyTextEdits(text.slice(start), edits));
  }
  return text;
}

describe('a pod for Windows', () => {
  for (const [told, spec] of Object.entries(choices)) {
    it(`told by ${told} gets no finding about settings that only Linux has, and no fix that writes them`, () => {
      const text = pod(spec);
      const found = findingsIn(text, { profile: 'all' }).map(({ finding }) => finding.rule.id);
      assert.deepEqual(
        found.filter((id) => ofLinux.has(id)),
        [],
      );
      assert.doesNotMatch(hardened(text), /capabilities|allowPrivilegeEscalation|seccompProfile|readOnlyRoot/);
    });

    it(`told by ${told} is asked for them by admission before Kubernetes 1.25, and still gets no fix`, () => {
      const found = findingsIn(pod(spec), { rules: [capabilitiesNotDropped], version: 24 });
      assert.deepEqual(
        found.map(({ finding }) => finding.fixes),
        [[]],
      );
      assert.deepEqual(findingsIn(pod(spec), { rules: [capabilitiesNotDropped], version: 25 }), []);
    });
  }

  it('is any other where it can run on Linux as well', () => {
    for (const spec of [
      '  nodeSelector: {kubernetes.io/os: linux}\n',
      '  nodeSelector: {kubernetes.io/os: "{{ .Values.os }}"}\n',
      choices['a required affinity'].replace('[windows]', '[windows, linux]'),
      choices['a required affinity'].replace('In, values: [windows]', 'NotIn, values: [windows]'),
      `${choices['a required affinity']}          - matchExpressions: [{key: zone, operator: In, values: [b]}]\n`,
      '  securityContext: {windowsOptions: {hostProcess: false}}\n',
    ]) {
      assert.equal(findingsIn(pod(spec), { rules: [capabilitiesNotDropped] }).length, 1, spec);
    }
  });

  it('of which the API server takes no setting of Linux anyway is not told about them', () => {
    const spec = '  os: {name: windows}\n  securityContext: {runAsNonRoot: true, seccompProfile: {type: Unconfined}}\n';
    const added = '      securityContext: {capabilities: {add: [SYS_ADMIN]}}\n';
    assertMarked(pod(spec, added), { profile: 'restricted', version: 25 });
    const before = findingsIn(pod(spec, added), { profile: 'restricted', version: 24 });
    assert.deepEqual(before.map(({ finding }) => finding.rule.id).sort(), [
      'added-capability',
      'capabilities-not-dropped',
      'privilege-escalation',
      'seccomp-unconfined',
    ]);
  });
});

describe('windows-os-name', () => {
  const rules = [windowsOsName];

  it('reports a pod that only its nodes make one for Windows', () => {
    for (const [told, spec] of Object.entries(choices)) {
      assert.equal(findingsIn(pod(spec), { rules }).length, told === 'os.name' ? 0 : 1, told);
      assert.equal(findingsIn(pod(spec), { rules, version: 24 }).length, 0, told);
    }
  });

  it('has nothing to say where admission is content with what the pod writes, or a template may say it', () => {
    const selector = choices['a node selector'];
    const seccomp = '  securityContext: {seccompProfile: {type: RuntimeDefault}}\n';
    const context = 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}\n';
    assert.deepEqual(findingsIn(pod(selector + seccomp, `      ${context}`), { rules }), []);
    assert.deepEqual(findingsIn(pod(`${selector}  os: {name: "{{ .Values.os }}"}\n`), { rules }), []);
  });

  it('is mended by saying so, without what the API server refuses beside it', () => {
    const selector = '  nodeSelector:\n    kubernetes.io/os: windows\n';
    const said = `  os:\n    name: windows\n${selector}`;
    assert.equal(fixed(pod(selector), '', { rules }), pod(said));
    const ofLinux = `${selector}  securityContext:\n    runAsUser: 1000\n    runAsNonRoot: true\n`;
    const context = '      securityContext:\n        allowPrivilegeEscalation: false\n';
    assert.equal(
      fixed(pod(ofLinux, context), '', { rules }),
      pod(`${said}  securityContext:\n    runAsNonRoot: true\n`),
    );
  });
});
