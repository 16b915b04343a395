import { assertMarked } from './markedManifest';

describe('a pod', () => {
  it('is looked into wherever a built-in kind keeps its template', () => {
    for (const [apiVersion, kind] of [
      ['apps/v1', 'Deployment'],
      ['apps/v1', 'DaemonSet'],
      ['apps/v1', 'StatefulSet'],
      ['apps/v1', 'ReplicaSet'],
      ['batch/v1', 'Job'],
      ['v1', 'ReplicationController'],
    ]) {
      assertMarked(`apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: unconfined # ← apparmor-profile
    spec:
      hostPID: true # ← host-pid
      containers:
        - name: web
          securityContext:
            privileged: true # ← privileged-container
`);
    }
  });

  it('is looked into in a CronJob', () => {
    assertMarked(`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  annotations:
    container.apparmor.security.beta.kubernetes.io/report: unconfined
spec:
  jobTemplate:
    spec:
      template:
        spec:
          hostIPC: true # ← host-ipc
          securityContext:
            sysctls:
              - name: kernel.msgmax # ← unsafe-sysctl
                value: "1"
          initContainers:
            - name: setup
              ports:
                - containerPort: 80
                  hostPort: 80 # ← host-port
          containers:
            - name: report
`);
  });

  it('is looked into in a PodTemplate', () => {
    assertMarked(`apiVersion: v1
kind: PodTemplate
metadata:
  name: web
template:
  spec:
    hostNetwork: true # ← host-network
    containers: []
`);
  });

  it('is looked into in a List, object by object', () => {
    assertMarked(`apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata:
      name: first
    spec:
      hostPID: true # ← host-pid
      containers: []
  - apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: second
    spec:
      template:
        spec:
          volumes:
            - name: logs
              hostPath: # ← host-path-volume
                path: /var/log
          containers: []
`);
  });

  it('is looked into in kinds of other makers', () => {
    assertMarked(`apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  template:
    spec:
      hostNetwork: true # ← host-network
      containers: []
---
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          securityContext:
            procMount: Unmasked # ← proc-mount
`);
  });

  it('is not looked for in kinds that have none', () => {
    assertMarked(`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  hostNetwork: true
  template:
    spec:
      hostNetwork: true
`);
  });

  it('is the template of a workload, not the workload: its own fields count for nothing', () => {
    assertMarked(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: unconfined
spec:
  hostNetwork: true
  template:
    spec:
      containers:
        - name: web
`);
  });
});
