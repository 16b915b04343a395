import assert from 'node:assert/strict';
import { ruleNamed } from '../../../../server/rules/catalogue';
import { privilegeEscalation } from '../../../../server/rules/restricted/privilegeEscalation';
import { restrictedVolumeType } from '../../../../server/rules/restricted/restrictedVolumeType';
import { runAsNonRoot } from '../../../../server/rules/restricted/runAsNonRoot';
import { seccompProfileMissing } from '../../../../server/rules/restricted/seccompProfileMissing';
import { assertMarked, findingsIn } from '../markedManifest';

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${spec}`;
const namespace = (labels: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
${labels}---
`;

describe('the restricted level', () => {
  it('reports an unconfined pod once: the baseline level’s finding is enough', () => {
    assertMarked(
      pod(`  securityContext:
    seccompProfile:
      type: Unconfined # ← seccomp-unconfined
  containers:
    - name: web
      image: a:1
`),
      { rules: [seccompProfileMissing, ...[ruleNamed('seccomp-unconfined')].flatMap((rule) => rule ?? [])] },
    );
  });

  it('asks silent containers for a profile where others have one of their own', () => {
    assertMarked(
      pod(`  containers:
    - name: web
      image: a:1
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: proxy # ← seccomp-profile-missing
      image: a:1
`),
      { rules: [seccompProfileMissing] },
    );
  });

  it('takes a volume without a source for an emptyDir, and a hostPath for the baseline level’s', () => {
    assertMarked(
      pod(`  containers: []
  volumes:
    - name: nothing
    - name: null
      nfs:
    - name: node
      hostPath:
        path: /srv
    - name: repository
      gitRepo: # ← restricted-volume-type
        repository: https://example.com/a.git
    - name: image
      image:
        reference: a:1
    - name: rendered
      {{- toYaml .Values.volume | nindent 6 }}
`),
      { rules: [restrictedVolumeType] },
    );
  });

  it('offers no fix for escalation beside what gives every privilege anyway', () => {
    const fixes = (securityContext: string) =>
      findingsIn(
        pod(`  containers:\n    - name: web\n      image: a:1\n      securityContext:\n        ${securityContext}\n`),
        {
          rules: [privilegeEscalation],
        },
      ).map(({ finding }) => finding.fixes.map((fix) => fix.class).join());
    assert.deepEqual(fixes('runAsUser: 1'), ['harden']);
    assert.deepEqual(fixes('allowPrivilegeEscalation: true'), ['ask']);
    assert.deepEqual(fixes('privileged: true'), ['']);
    assert.deepEqual(fixes('capabilities: { add: [SYS_ADMIN] }'), ['']);
    assert.deepEqual(fixes('allowPrivilegeEscalation: false'), []);
  });

  it('is an error where the namespace of the file enforces it, at the version that it enforces', () => {
    const web = pod('  containers:\n    - name: web\n      image: a:1\n');
    const severities = (text: string) =>
      findingsIn(text, { rules: [runAsNonRoot, privilegeEscalation] }).map(
        ({ finding }) => `${finding.rule.id}: ${finding.severity}`,
      );
    const warnings = ['run-as-non-root: warning', 'privilege-escalation: warning'];
    const enforced = '    pod-security.kubernetes.io/enforce: restricted\n';
    assert.deepEqual(severities(web), warnings);
    assert.deepEqual(severities(namespace('    pod-security.kubernetes.io/enforce: baseline\n') + web), warnings);
    assert.deepEqual(severities(namespace(enforced).replace('name: shop', 'name: blog') + web), warnings);
    assert.deepEqual(severities(namespace(enforced) + web), ['run-as-non-root: error', 'privilege-escalation: error']);
    const [first] = findingsIn(namespace(enforced) + web, { rules: [runAsNonRoot] });
    assert.equal(first?.finding.related.length, 1);
    const old = `${enforced}    pod-security.kubernetes.io/enforce-version: v1.7\n`;
    assert.deepEqual(severities(namespace(old) + web), ['run-as-non-root: error', 'privilege-escalation: warning']);
  });
});
