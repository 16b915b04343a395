import { stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';

export const seccompProfileAllowsByDefault: Rule = {
  id: 'seccomp-profile-allows-by-default',
  title: 'Refuse system calls that a seccomp profile does not name',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A profile that lists what is forbidden forgets something: Linux has over 350 system calls and gains a few with every release, and many
do the work of another one. What nobody thought of is allowed, so that the profile holds nobody up who knows a second way.`,
  remedy: `Set \`defaultAction\` to \`SCMP_ACT_ERRNO\` and list the calls that the program makes with \`SCMP_ACT_ALLOW\`. To learn which these are,
run it under a profile whose default is \`SCMP_ACT_LOG\`, and read the log of the node. The profile that the container runtime comes with
(\`RuntimeDefault\`) is such a list, and fits most programs.`,
  links: [
    {
      title: "Restrict a Container's Syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    {
      title: 'OCI runtime specification: seccomp',
      url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#seccomp',
    },
  ],
  bad: `{
  "defaultAction": "SCMP_ACT_ALLOW",
  "syscalls": [
    {
      "names": ["ptrace", "mount", "umount2"],
      "action": "SCMP_ACT_ERRNO"
    }
  ]
}
`,
  good: `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    {
      "names": ["execve", "exit_group", "futex", "mmap", "openat", "read", "write"],
      "action": "SCMP_ACT_ALLOW"
    }
  ]
}
`,
  looksAt: 'seccomp profile',
  *check({ defaultAction, rules }) {
    const action = stringOf(defaultAction);
    if (action === 'SCMP_ACT_ALLOW') {
      const message =
        rules.length === 0
          ? 'The profile allows every system call'
          : 'The profile allows every system call that it does not name';
      yield { at: defaultAction, message };
    }
    // To learn what a program does; nothing is refused meanwhile.
    if (action === 'SCMP_ACT_LOG') {
      const message = 'The profile notes system calls that it does not name, and refuses none of them';
      yield { at: defaultAction, severity: 'information', message };
    }
  },
};
