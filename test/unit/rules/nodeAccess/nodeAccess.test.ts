import assert from 'node:assert/strict';
import { cleanPath } from '../../../../server/manifests/pods/cleanPath';
import { runtimeSocketMount } from '../../../../server/rules/nodeAccess/runtimeSocketMount';
import { sensitiveHostPath } from '../../../../server/rules/nodeAccess/sensitiveHostPath';
import { writableHostPath } from '../../../../server/rules/nodeAccess/writableHostPath';
import { assertMarked, fixed } from '../markedManifest';

const pod = (volumes: string, mounts = '') => `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: a:1
      volumeMounts:
${mounts}  volumes:
${volumes}`;
const volume = (name: string, path: string, more = '') =>
  `    - name: ${name}\n      hostPath:\n        path: ${path}\n${more}`;

describe('paths of the node', () => {
  it('are compared as the kernel sees them', () => {
    assert.equal(cleanPath('//etc/./kubernetes/'), '/etc/kubernetes');
    assert.equal(cleanPath('/var/run/docker.sock'), '/run/docker.sock');
    assert.equal(cleanPath('/var/log/../../'), '/');
    assert.equal(cleanPath('/var/runner'), '/var/runner');
  });
});

describe('runtime-socket-mount and sensitive-host-path', () => {
  it('report the socket once, and of directories those that hand out more than their files', () => {
    assertMarked(
      pod(
        [
          volume('docker', '/var/run/docker.sock # ← runtime-socket-mount'),
          volume('k3s', '/run/k3s/containerd/containerd.sock # ← runtime-socket-mount'),
          volume('containerd', '/run/containerd/ # ← runtime-socket-mount'),
          volume('root', '/ # ← sensitive-host-path'),
          volume('etc', '/etc/ # ← sensitive-host-path'),
          volume('pki', '/etc/kubernetes/pki # ← sensitive-host-path'),
          volume('pods', '/var/lib/kubelet/pods # ← sensitive-host-path'),
          volume('plugins', '/var/lib/kubelet/device-plugins'),
          volume('zone', '/etc/localtime'),
          volume('modules', '/lib/modules'),
          volume('logs', '/var/log'),
          volume('fuse', '/dev/fuse'),
          volume('rendered', '{{ .Values.path }}'),
        ].join(''),
      ),
      { rules: [runtimeSocketMount, sensitiveHostPath] },
    );
  });
});

describe('sensitive-host-path', () => {
  const rules = [sensitiveHostPath];
  const mount = (more = '') => `        - name: usr\n          mountPath: /host/usr\n${more}`;

  it('lets the programs of the node be read, and is mended by that', () => {
    assertMarked(pod(volume('usr', '/usr'), mount('          readOnly: true\n')), { rules });
    const writable = pod(volume('usr', '/usr'), mount());
    assertMarked(writable.replace('path: /usr\n', 'path: /usr # ← sensitive-host-path\n'), { rules });
    assert.equal(fixed(writable, '', { rules }), pod(volume('usr', '/usr'), mount('          readOnly: true\n')));
  });
});

describe('writable-host-path', () => {
  const rules = [writableHostPath];

  it('reports every mount that can be written to, but no sockets and devices', () => {
    assertMarked(
      pod(
        volume('logs', '/var/log') +
          volume('fuse', '/dev/fuse') +
          volume('csi', '/var/lib/kubelet/plugins/csi.sock', '        type: Socket\n') +
          '    - name: scratch\n      emptyDir: {}\n',
        `        - name: logs # ← writable-host-path
          mountPath: /logs
        - name: logs
          mountPath: /rendered
          readOnly: {{ .Values.readOnly }}
        - name: logs
          mountPath: /read
          readOnly: true
        - name: logs
          mountPath: /write
          readOnly: false # ← writable-host-path
        - name: fuse
          mountPath: /dev/fuse
        - name: csi
          mountPath: /csi.sock
        - name: scratch
          mountPath: /tmp
`,
      ),
      { rules },
    );
  });

  it('is mended at the mount', () => {
    const mount = '        - name: logs\n          mountPath: /logs\n';
    assert.equal(
      fixed(pod(volume('logs', '/var/log'), mount), '', { rules }),
      pod(volume('logs', '/var/log'), `${mount}          readOnly: true\n`),
    );
  });
});
