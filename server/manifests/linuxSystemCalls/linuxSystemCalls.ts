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
 * Those that container runtimes refuse by default unless the container has the capability that they need. Source: "Seccomp
 * security profiles for Docker", Significant syscalls blocked by the default profile (2026); containerd's profile agrees.
 */
const refusedByDefault: ReadonlySet<string> = new Set(
  `
    _sysctl acct add_key bpf clock_adjtime clock_settime create_module delete_module finit_module get_kernel_syms
    get_mempolicy init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl kcmp kexec_file_load kexec_load
    keyctl lookup_dcookie mbind mount move_pages nfsservctl open_by_handle_at perf_event_open pivot_root
    process_vm_readv process_vm_writev query_module quotactl reboot request_key set_mempolicy setns settimeofday swapoff
    swapon sysfs umount2 unshare uselib userfaultfd ustat
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
