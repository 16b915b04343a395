import { fileCalls } from './fileCalls';
import { networkCalls } from './networkCalls';
import { processCalls } from './processCalls';
import { systemCalls } from './systemCalls';

/**
 * What each system call does, in a line without a full stop, by its name. Sources: `asm/unistd_64.h` of Linux 6.1 and what
 * versions up to 6.12 added; man-pages 6.03, section 2, and capabilities(7) for what they need.
 */
const does: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...fileCalls, ...processCalls, ...networkCalls, ...systemCalls }),
);

/**
 * Those that container runtimes refuse by default to containers without further capabilities. Source: profiles/seccomp/default.json
 * of moby/moby (00f3d18), for x86-64, and for io_uring its versions from 25 on; what is newer than that is left out.
 */
const refusedByDefault: ReadonlySet<string> = new Set(
  `
    _sysctl acct add_key bpf clock_settime clone3 create_module delete_module fanotify_init finit_module fsconfig
    fsmount fsopen fspick get_kernel_syms get_mempolicy init_module io_uring_enter io_uring_register io_uring_setup
    ioperm iopl kcmp kexec_file_load kexec_load keyctl lookup_dcookie mbind migrate_pages mount mount_setattr
    move_mount move_pages nfsservctl open_by_handle_at open_tree perf_event_open pidfd_getfd pivot_root
    process_madvise query_module quotactl quotactl_fd reboot request_key set_mempolicy set_mempolicy_home_node
    setdomainname sethostname setns settimeofday swapoff swapon sysfs syslog umount2 unshare uselib userfaultfd
    ustat vhangup
  `
    .trim()
    .split(/\s+/),
);

/** Every name, in alphabetical order. */
export const systemCallNames: readonly string[] = [...does.keys()].sort();

/** What a system call does, in a line without a full stop; undefined for a name that is none. */
export function whatSystemCallDoes(name: string): string | undefined {
  return does.get(name);
}

/** Whether the profile `RuntimeDefault` refuses a system call to containers without special capabilities. */
export function isRefusedByDefault(name: string): boolean {
  return refusedByDefault.has(name);
}
