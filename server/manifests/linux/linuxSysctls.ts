/** A kernel setting that a pod can have for itself. */
export interface LinuxSysctl {
  readonly name: string;
  /** What it sets, in one line without a full stop. */
  readonly sets: string;
  /** The kernel from which on a pod has it for itself; undefined where every supported one does. */
  readonly kernel?: string;
}

/**
 * The settings that belong to a pod's own network or IPC namespace and that people set. Others of these namespaces exist;
 * those of the node can't be set by a pod. Sources: Linux 6.1, Documentation/networking/ip-sysctl.rst and
 * admin-guide/sysctl; "Using sysctls in a Kubernetes Cluster" (1.37) for the kernels.
 */
export const linuxSysctls: readonly LinuxSysctl[] = [
  { name: 'kernel.shm_rmid_forced', sets: 'Whether shared memory goes away with the last process that uses it' },
  { name: 'net.ipv4.ip_local_port_range', sets: 'The ports that outgoing connections begin from' },
  {
    name: 'net.ipv4.ip_local_reserved_ports',
    sets: 'Ports that outgoing connections never begin from',
    kernel: '3.16',
  },
  {
    name: 'net.ipv4.ip_unprivileged_port_start',
    sets: 'The first port that every user may listen on; `0` makes NET_BIND_SERVICE unnecessary',
  },
  {
    name: 'net.ipv4.ping_group_range',
    sets: 'The groups that may ping; `0 2147483647` makes NET_RAW unnecessary for it',
  },
  { name: 'net.ipv4.tcp_fin_timeout', sets: 'Seconds that a closed connection waits for the other end', kernel: '4.6' },
  { name: 'net.ipv4.tcp_keepalive_intvl', sets: 'Seconds between two keep-alive probes', kernel: '4.5' },
  {
    name: 'net.ipv4.tcp_keepalive_probes',
    sets: 'Unanswered keep-alive probes until a connection is given up',
    kernel: '4.5',
  },
  {
    name: 'net.ipv4.tcp_keepalive_time',
    sets: 'Seconds that a connection is idle before keep-alive probes begin',
    kernel: '4.5',
  },
  {
    name: 'net.ipv4.tcp_notsent_lowat',
    sets: 'How many unsent bytes a socket holds before it counts as not writable',
    kernel: '4.6',
  },
  { name: 'net.ipv4.tcp_rmem', sets: 'Smallest, first and largest receive buffer of a socket', kernel: '4.15' },
  {
    name: 'net.ipv4.tcp_slow_start_after_idle',
    sets: 'Whether an idle connection starts slowly again',
    kernel: '4.15',
  },
  {
    name: 'net.ipv4.tcp_syncookies',
    sets: 'Whether a flood of new connections is answered with SYN cookies',
    kernel: '4.6',
  },
  { name: 'net.ipv4.tcp_wmem', sets: 'Smallest, first and largest send buffer of a socket', kernel: '4.15' },
  { name: 'net.core.somaxconn', sets: 'How many connections may wait to be accepted by one socket' },
  { name: 'net.ipv4.conf.all.rp_filter', sets: 'Whether packets from unexpected interfaces are dropped' },
  { name: 'net.ipv4.conf.all.src_valid_mark', sets: 'Whether marks count when senders are checked, as VPNs need it' },
  { name: 'net.ipv4.ip_forward', sets: 'Whether the pod passes on packets that are not for it, as VPNs need it' },
  { name: 'net.ipv4.tcp_max_syn_backlog', sets: 'How many half-open connections one socket may have' },
  { name: 'net.ipv4.tcp_mtu_probing', sets: 'Whether the packet size is found out by trying' },
  { name: 'net.ipv4.tcp_tw_reuse', sets: 'Whether new connections may reuse ports that are still closing' },
  { name: 'net.ipv6.conf.all.disable_ipv6', sets: 'Whether the pod goes without IPv6' },
  { name: 'net.ipv6.conf.all.forwarding', sets: 'Whether the pod passes on IPv6 packets that are not for it' },
  { name: 'fs.mqueue.msg_max', sets: 'How many messages a POSIX queue may hold' },
  { name: 'fs.mqueue.msgsize_max', sets: 'How large a message of a POSIX queue may be' },
  { name: 'fs.mqueue.queues_max', sets: 'How many POSIX message queues there may be' },
  { name: 'kernel.msgmax', sets: 'How large a System V message may be' },
  { name: 'kernel.msgmnb', sets: 'How many bytes a System V message queue may hold' },
  { name: 'kernel.msgmni', sets: 'How many System V message queues there may be' },
  { name: 'kernel.sem', sets: 'The limits of System V semaphores' },
  { name: 'kernel.shmall', sets: 'How much shared memory there may be, in pages' },
  { name: 'kernel.shmmax', sets: 'How large a shared memory segment may be, in bytes' },
  { name: 'kernel.shmmni', sets: 'How many shared memory segments there may be' },
];
