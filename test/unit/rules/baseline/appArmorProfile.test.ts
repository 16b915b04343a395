import assert from 'node:assert/strict';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const fields = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: Unconfined # ← apparmor-profile
  initContainers:
    - name: setup
      securityContext:
        appArmorProfile: {} # ← apparmor-profile
  containers:
    - name: web
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
    - name: proxy
      securityContext:
        appArmorProfile:
          type: Localhost
          localhostProfile: proxy
    - name: cache
      securityContext:
        appArmorProfile:
          type: unconfined # ← apparmor-profile
  ephemeralContainers:
    - name: debugger
      securityContext:
        appArmorProfile: # ← apparmor-profile
          localhostProfile: debugger
`;

const annotations = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/setup: runtime/default
    container.apparmor.security.beta.kubernetes.io/web: unconfined # ← apparmor-profile
    container.apparmor.security.beta.kubernetes.io/proxy: localhost/proxy
    container.apparmor.security.beta.kubernetes.io/cache: ""
    container.apparmor.security.beta.kubernetes.io/empty:
    container.apparmor.security.beta.kubernetes.io/nowhere: localhost # ← apparmor-profile
    container.apparmor.security.beta.kubernetes.io/rendered: {{ .Values.profile }}
spec:
  containers:
    - name: web
`;

describe('apparmor-profile', () => {
  it('reports every profile that confines nothing, the pod’s own even if all containers have better ones', () => {
    assertMarked(fields);
  });

  it('reports annotations, whether or not they name a container that is there', () => {
    assertMarked(annotations);
  });

  it('does so in every version', () => {
    for (const version of [0, 18, 29, 30, 37]) {
      assertMarked(fields, { version });
      assertMarked(annotations, { version });
    }
  });

  it('leaves to templates what they fill in', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile: {{ toYaml .Values.appArmorProfile | nindent 6 }}
  containers:
    - name: web
      securityContext:
        appArmorProfile:
          type: {{ .Values.type }}
    - name: proxy
      securityContext:
        appArmorProfile:
          {{- toYaml .Values.appArmorProfile | nindent 10 }}
`);
  });

  it('is mended by removing the profile or the annotation, and what is empty then', () => {
    const pod = (annotation: string, profile: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
${annotation}spec:
  containers:
    - name: web
${profile}      image: registry.example.com/web:1.4.2
`;
    const annotation = '  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: unconfined\n';
    assert.equal(fixed(pod(annotation, '')), pod('', ''));
    const profile = '      securityContext:\n        appArmorProfile:\n          type: Unconfined\n';
    assert.equal(fixed(pod('', profile)), pod('', ''));
  });

  it('says that the API server refuses a type that there is not, and offers the one that is meant', () => {
    const pod = (type: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: ${type}
  containers:
    - name: web
      image: web:1
`;
    const [found] = findingsIn(pod('runtime/default'));
    assert.equal(
      found?.finding.message,
      'The pod has an AppArmor profile of the type runtime/default, which the API server refuses',
    );
    assert.equal(fixed(pod('runtime/default')), pod('RuntimeDefault'));
    assert.equal(fixed(pod('LocalHost')), pod('Localhost'));
  });
});
