import type { AcceptedNames } from '../../manifests/versions/kubernetesVersion';

/**
 * The sysctls that a pod may set at the baseline level: each belongs to the pod alone and reaches no other.
 * Sources: k8s.io/pod-security-admission, policy/check_sysctls.go, and the changes of kubernetes/kubernetes that added those
 * of 1.29 (#118846, #121240), 1.32 (#127489) and 1.37 (#138389).
 */
export const safeSysctls: readonly AcceptedNames[] = [
  {
    since: 0,
    names: [
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.ip_unprivileged_port_start',
      'net.ipv4.ping_group_range',
      'net.ipv4.tcp_syncookies',
    ],
  },
  { since: 27, names: ['net.ipv4.ip_local_reserved_ports'] },
  {
    since: 29,
    names: [
      'net.ipv4.tcp_fin_timeout',
      'net.ipv4.tcp_keepalive_intvl',
      'net.ipv4.tcp_keepalive_probes',
      'net.ipv4.tcp_keepalive_time',
    ],
  },
  { since: 32, names: ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'] },
  { since: 37, names: ['net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle'] },
];
