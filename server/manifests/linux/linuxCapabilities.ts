/** A Linux capability. */
export interface LinuxCapability {
  /** As Kubernetes writes it: without `CAP_`. */
  readonly name: string;
  /** The kernel that it came with. */
  readonly since: string;
  /** What it permits, in one line without a full stop. */
  readonly permits: string;
}

/**
 * The capabilities of Linux 6.1, in alphabetical order; none had come since 5.9.
 * Sources: capabilities(7) of man-pages 6.03, by which capabilities came with Linux 2.2 where it gives a single one no later
 * version; linux/capability.h of Linux 6.1; security/apparmor/policy.c, by which AppArmor too asks for MAC_ADMIN.
 */
export const linuxCapabilities: readonly LinuxCapability[] = [
  { name: 'AUDIT_CONTROL', since: '2.6.11', permits: "Switch the kernel's auditing on and off and change its rules" },
  { name: 'AUDIT_READ', since: '3.16', permits: "Read the kernel's audit log" },
  { name: 'AUDIT_WRITE', since: '2.6.11', permits: "Write records to the kernel's audit log" },
  { name: 'BLOCK_SUSPEND', since: '3.5', permits: 'Keep the system from suspending' },
  {
    name: 'BPF',
    since: '5.8',
    permits: 'Load BPF programs and create BPF maps, which read and change what the kernel does',
  },
  {
    name: 'CHECKPOINT_RESTORE',
    since: '5.9',
    permits: 'Freeze processes and restore them, with chosen process numbers',
  },
  { name: 'CHOWN', since: '2.2', permits: 'Give files to any other user or group' },
  { name: 'DAC_OVERRIDE', since: '2.2', permits: 'Read, write and run files whatever their permissions say' },
  {
    name: 'DAC_READ_SEARCH',
    since: '2.2',
    permits: 'Read every file and directory, and open files by handle, those of the node too',
  },
  { name: 'FOWNER', since: '2.2', permits: "Change permissions and attributes of other users' files" },
  { name: 'FSETID', since: '2.2', permits: 'Keep set-user-ID and set-group-ID bits when a file changes' },
  { name: 'IPC_LOCK', since: '2.2', permits: 'Lock memory so that it is never swapped, and use huge pages' },
  { name: 'IPC_OWNER', since: '2.2', permits: 'Use shared memory, semaphores and message queues of all users' },
  { name: 'KILL', since: '2.2', permits: "Send signals to other users' processes" },
  { name: 'LEASE', since: '2.4', permits: "Take leases on other users' files" },
  { name: 'LINUX_IMMUTABLE', since: '2.2', permits: 'Make files immutable or append-only, and undo it' },
  {
    name: 'MAC_ADMIN',
    since: '2.6.25',
    permits: 'Change the rules of Smack, AppArmor and other mandatory access control',
  },
  { name: 'MAC_OVERRIDE', since: '2.6.25', permits: 'Override mandatory access control where Smack provides it' },
  { name: 'MKNOD', since: '2.4', permits: 'Make device files' },
  {
    name: 'NET_ADMIN',
    since: '2.2',
    permits: 'Change interfaces, routes, firewalls and traffic control of the network namespace',
  },
  { name: 'NET_BIND_SERVICE', since: '2.2', permits: 'Listen on ports below 1024' },
  {
    name: 'NET_BROADCAST',
    since: '2.2',
    permits: 'Meant for broadcasts and multicasts; the kernel does not ask for it',
  },
  { name: 'NET_RAW', since: '2.2', permits: 'Send and receive raw packets, forged ones included' },
  {
    name: 'PERFMON',
    since: '5.8',
    permits: "Watch the performance counters of the whole node, and read its kernel's memory through them",
  },
  { name: 'SETFCAP', since: '2.6.24', permits: 'Give capabilities to program files' },
  { name: 'SETGID', since: '2.2', permits: 'Become any group' },
  { name: 'SETPCAP', since: '2.2', permits: 'Pass capabilities on and drop them from the bounding set' },
  { name: 'SETUID', since: '2.2', permits: 'Become any user' },
  {
    name: 'SYS_ADMIN',
    since: '2.2',
    permits: 'Mount file systems, enter namespaces and much more: almost all that root may do',
  },
  { name: 'SYS_BOOT', since: '2.2', permits: 'Restart the node and load another kernel' },
  { name: 'SYS_CHROOT', since: '2.2', permits: 'Change the root directory and enter mount namespaces' },
  { name: 'SYS_MODULE', since: '2.2', permits: "Load modules into the node's kernel" },
  { name: 'SYS_NICE', since: '2.2', permits: "Raise priorities, also other processes', and choose their processors" },
  { name: 'SYS_PACCT', since: '2.2', permits: 'Switch process accounting on and off' },
  { name: 'SYS_PTRACE', since: '2.2', permits: 'Trace any process and read and write its memory' },
  { name: 'SYS_RAWIO', since: '2.2', permits: "Use ports and memory of the node's hardware directly" },
  { name: 'SYS_RESOURCE', since: '2.2', permits: 'Exceed limits and quotas' },
  { name: 'SYS_TIME', since: '2.2', permits: "Set the node's clock" },
  { name: 'SYS_TTY_CONFIG', since: '2.2', permits: 'Configure and hang up terminals' },
  { name: 'SYSLOG', since: '2.6.37', permits: "Read and clear the kernel's messages, and see its addresses" },
  { name: 'WAKE_ALARM', since: '3.0', permits: 'Set timers that wake the system up' },
];

/** The word for all of them. */
export const allCapabilities = 'ALL';
