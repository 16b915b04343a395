/**
 * The capabilities that a container may add at the baseline level: those that runtimes grant by default, without
 * NET_RAW. Their names count as written: `chown` and `CAP_CHOWN` are none of them.
 * Source: Kubernetes 1.37, k8s.io/pod-security-admission, policy/check_capabilities_baseline.go; the same since 1.0.
 */
export const defaultCapabilities: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
