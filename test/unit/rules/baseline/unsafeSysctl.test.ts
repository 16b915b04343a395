import assert from 'node:assert/strict';
import { assertMarked, fixed } from '../markedManifest';

/** A pod that sets all sysctls that ever became safe, those after a version's marked. */
function podAt(version: number): string {
  const since = (first: number) => (version < first ? ' # ← unsafe-sysctl' : '');
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: kernel.shm_rmid_forced
      - name: net.ipv4.ip_local_port_range
      - name: net.ipv4.tcp_syncookies
      - name: net.ipv4.ping_group_range
      - name: net.ipv4.ip_unprivileged_port_start
      - name: net.ipv4.ip_local_reserved_ports${since(27)}
      - name: net.ipv4.tcp_keepalive_time${since(29)}
      - name: net.ipv4.tcp_fin_timeout${since(29)}
      - name: net.ipv4.tcp_keepalive_intvl${since(29)}
      - name: net.ipv4.tcp_keepalive_probes${since(29)}
      - name: net.ipv4.tcp_rmem${since(32)}
      - name: net.ipv4.tcp_wmem${since(32)}
      - name: net.ipv4.tcp_slow_start_after_idle${since(37)}
      - name: net.ipv4.tcp_notsent_lowat${since(37)}
      - name: kernel.msgmax # ← unsafe-sysctl
      - name: net.core.somaxconn # ← unsafe-sysctl
      - name: net/ipv4/tcp_syncookies # ← unsafe-sysctl
      - name: {{ .Values.sysctl }}
      - name: \${SYSCTL}
  containers: []
`;
}

describe('unsafe-sysctl', () => {
  it('knows from which version on each sysctl is safe', () => {
    for (const version of [0, 26, 27, 28, 29, 31, 32, 36, 37, 40]) assertMarked(podAt(version), { version });
  });

  it('is mended by removing the sysctl with its value', () => {
    const pod = (sysctls: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: []
${sysctls}`;
    const safe = '      - name: net.ipv4.tcp_syncookies\n        value: "1"\n';
    const unsafe = '      - name: kernel.msgmax\n        value: "1"\n';
    const start = '  securityContext:\n    sysctls:\n';
    assert.equal(fixed(pod(start + unsafe + safe)), pod(start + safe));
    assert.equal(fixed(pod(start + unsafe)), pod(''));
  });
});
