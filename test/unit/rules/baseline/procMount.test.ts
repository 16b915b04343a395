import { assertMarked } from '../markedManifest';

const pod = (hostUsers: string, mark: string) => `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: ${hostUsers}
  initContainers:
    - name: setup
      securityContext:
        procMount: Unmasked${mark}
  containers:
    - name: builder
      securityContext:
        procMount: Default
    - name: proxy
      securityContext:
        procMount: ""${mark}
    - name: cache
      securityContext:
        procMount:
    - name: rendered
      securityContext:
        procMount: {{ .Values.procMount }}
  ephemeralContainers:
    - name: debugger
      securityContext:
        procMount: default${mark}
`;
const mark = ' # ← proc-mount';

describe('proc-mount', () => {
  it('reports everything but Default, in every list of containers', () => {
    for (const version of [0, 34, 35, 37]) assertMarked(pod('true', mark), { version });
  });

  it('lets pods in a user namespace of their own do so from Kubernetes 1.35 on', () => {
    for (const version of [0, 33, 34]) assertMarked(pod('false', mark), { version });
    for (const version of [35, 37]) assertMarked(pod('false', ''), { version });
  });

  it('waits for a template that decides about the user namespace', () => {
    assertMarked(pod('{{ .Values.hostUsers }}', mark), { version: 34 });
    assertMarked(pod('{{ .Values.hostUsers }}', ''), { version: 35 });
  });
});
