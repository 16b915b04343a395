import assert from 'node:assert/strict';
import { appArmorAnnotation } from '../../../../server/rules/containment/appArmorAnnotation';
import { seccompAnnotation } from '../../../../server/rules/containment/seccompAnnotation';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const pod = (annotations: string, containers = '    - name: web\n      image: a:1\n') => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
${annotations}spec:
  containers:
${containers}`;
const appArmor = 'container.apparmor.security.beta.kubernetes.io';

describe('apparmor-annotation', () => {
  const rules = [appArmorAnnotation];

  it('is replaced from Kubernetes 1.30 on, and an error for a container that is not there in every version', () => {
    const annotations = (mark: string) =>
      pod(
        `    ${appArmor}/web: runtime/default${mark}\n    ${appArmor}/proxy: runtime/default # ← apparmor-annotation\n`,
      );
    assertMarked(annotations(''), { rules, version: 29 });
    assertMarked(annotations(' # ← apparmor-annotation'), { rules, version: 30 });
    assert.deepEqual(
      findingsIn(annotations(''), { rules, version: 30 }).map(({ finding }) => finding.severity),
      ['warning', 'error'],
    );
  });

  it('leaves containers alone that a template or another document may bring', () => {
    const annotation = `    ${appArmor}/proxy: runtime/default\n`;
    assertMarked(pod(annotation, '    - name: {{ .Values.name }}\n      image: a:1\n'), { rules });
    assertMarked(pod(annotation, '    - name: web\n      resources: {}\n'), { rules });
    assertMarked(pod(annotation, '    - name: web\n      image: a:1\n    {{- toYaml .Values.more | nindent 4 }}\n'), {
      rules,
    });
  });

  it('leaves one that confines nothing to the baseline level', () => {
    assertMarked(pod(`    ${appArmor}/web: unconfined\n`), { rules });
  });
});

describe('seccomp-annotation', () => {
  const rules = [seccompAnnotation];

  it('counts from Kubernetes 1.19 on, for containers too', () => {
    const annotated = (mark: string) =>
      pod(
        `    seccomp.security.alpha.kubernetes.io/pod: runtime/default${mark}\n    container.seccomp.security.alpha.kubernetes.io/web: localhost/web.json${mark}\n`,
      );
    assertMarked(annotated(''), { rules, version: 18 });
    assertMarked(annotated(' # ← seccomp-annotation'), { rules, version: 19 });
  });

  it('is moved to the field of the container that it is for', () => {
    const annotated = pod('    container.seccomp.security.alpha.kubernetes.io/web: localhost/web.json\n');
    assert.equal(
      fixed(annotated, 'Move', { rules }),
      pod(
        '',
        '    - name: web\n      image: a:1\n      securityContext:\n        seccompProfile:\n          type: Localhost\n          localhostProfile: web.json\n',
      ).replace('  annotations:\n', ''),
    );
  });
});
