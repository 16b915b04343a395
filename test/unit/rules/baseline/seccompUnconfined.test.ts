import assert from 'node:assert/strict';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const fields = (mark: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Unconfined${mark}
  initContainers:
    - name: setup
      securityContext:
        seccompProfile: {}${mark}
  containers:
    - name: web
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: proxy
      securityContext:
        seccompProfile:
          type: Localhost
          localhostProfile: proxy.json
    - name: cache
      securityContext:
        seccompProfile:
          type: runtime/default${mark}
    - name: rendered
      securityContext:
        seccompProfile:
          type: {{ .Values.type }}
    - name: unset
      securityContext:
        seccompProfile:
    - name: malformed
      securityContext:
        seccompProfile: Unconfined
  ephemeralContainers:
    - name: debugger
      securityContext:
        seccompProfile:${mark}
          localhostProfile: debugger.json
`;

const annotations = (mark: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: unconfined${mark}
    container.seccomp.security.alpha.kubernetes.io/setup: ""${mark}
    container.seccomp.security.alpha.kubernetes.io/web: docker/default
    container.seccomp.security.alpha.kubernetes.io/proxy: runtime/default
    container.seccomp.security.alpha.kubernetes.io/cache: localhost/cache.json
    container.seccomp.security.alpha.kubernetes.io/debugger: RuntimeDefault${mark}
    container.seccomp.security.alpha.kubernetes.io/empty:${mark}
    container.seccomp.security.alpha.kubernetes.io/rendered: {{ .Values.profile }}
    container.seccomp.security.alpha.kubernetes.io/nowhere: unconfined
spec:
  initContainers:
    - name: setup
  containers:
    - name: web
    - name: proxy
    - name: cache
    - name: empty
    - name: rendered
  ephemeralContainers:
    - name: debugger
`;
const mark = ' # ← seccomp-unconfined';

describe('seccomp-unconfined', () => {
  it('reports every profile that allows all calls, the pod’s own even if all containers have better ones', () => {
    for (const version of [19, 27, 37]) assertMarked(fields(mark), { version });
  });

  it('knows only the annotations before Kubernetes 1.19, and only the fields from then on', () => {
    for (const version of [0, 18]) {
      assertMarked(annotations(mark), { version });
      assertMarked(fields(''), { version });
    }
    for (const version of [19, 37]) assertMarked(annotations(''), { version });
  });

  it('is mended with the default profile, which has no file of its own', () => {
    const pod = (profile: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        seccompProfile:${profile}
`;
    const mended = pod('\n          type: RuntimeDefault');
    assert.equal(fixed(pod('\n          type: Unconfined\n          localhostProfile: web.json')), mended);
    assert.equal(fixed(pod('\n          localhostProfile: web.json')), mended);
    assert.equal(fixed(pod(' { type: Unconfined }')), pod(' { type: RuntimeDefault }'));
  });

  it('is mended in the annotation before 1.19', () => {
    const pod = (profile: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: ${profile}
spec:
  containers: []
`;
    assert.equal(fixed(pod('unconfined'), '', { version: 18 }), pod('runtime/default'));
  });

  it('says that the API server refuses a type that there is not, and offers the one that is meant', () => {
    const pod = (type: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: ${type}
  containers:
    - name: web
      image: web:1
`;
    const message = (type: string) => findingsIn(pod(type))[0]?.finding.message;
    assert.equal(
      message('runtime/default'),
      'The pod has a seccomp profile of the type runtime/default, which the API server refuses',
    );
    assert.equal(
      message('Unconfined'),
      'The pod has a seccomp profile of the type Unconfined, which allows every system call',
    );
    assert.equal(message(''), 'The pod has a seccomp profile without a type, which the API server refuses');
    for (const type of ['runtime/default', 'runtimeDefault', 'docker/default', 'unconfined']) {
      assert.equal(fixed(pod(type)), pod('RuntimeDefault'), type);
    }
    assert.equal(fixed(pod('localhost')), pod('Localhost'));
  });
});
