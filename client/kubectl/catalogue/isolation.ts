import type { KubectlHelper, Step } from './helper';

const processStatus: readonly Step[] = [
  {
    words: [
      ...['exec', '<pod>', { given: 'container', words: ['--container=<container>'] } as const],
      ...['--', 'cat', '/proc/<process>/status'],
    ],
  },
];

/** Helpers that show what the kernel lets a process in a container do. */
export const isolationHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'list-processes',
    title: 'List processes of container',
    synonyms: ['ps -ef', 'PID'],
    group: 'Isolation of a process',
    useful: 'To find the process whose seccomp, AppArmor or capabilities you want to see.',
    source: ['ps -ef'],
    scope: 'namespace',
    steps: [
      { words: ['exec', '<pod>', { given: 'container', words: ['--container=<container>'] }, '--', 'ps', '-ef'] },
    ],
  },
  {
    kind: 'kubectl',
    id: 'seccomp-status',
    title: 'Show seccomp status of process',
    synonyms: ['/proc/PID/status', 'filter mode', 'syscalls'],
    group: 'Isolation of a process',
    useful: 'Whether a seccomp filter is on: the line Seccomp, with what its number means.',
    source: ['grep -i seccomp /proc/{PID}/status'],
    changed: 'Seaworthy reads the line and says what it means: 0 disabled, 1 strict, 2 filtered.',
    scope: 'namespace',
    steps: processStatus,
    explains: 'processStatus',
  },
  {
    kind: 'kubectl',
    id: 'process-capabilities',
    title: 'Show capabilities of process',
    synonyms: ['getpcaps', 'CapEff', 'Linux capabilities'],
    group: 'Isolation of a process',
    useful: 'The capabilities that a process has and may gain, by their names.',
    source: ['getpcaps PID'],
    changed: 'Needs no libcap in the image: the masks in /proc are decoded here.',
    scope: 'namespace',
    steps: processStatus,
    explains: 'processStatus',
  },
  {
    kind: 'kubectl',
    id: 'apparmor-profile',
    title: 'Show AppArmor profile of process',
    synonyms: ['/proc/PID/attr/current', 'enforce', 'confined'],
    group: 'Isolation of a process',
    useful: 'The AppArmor profile that confines a process, and whether it is enforced.',
    scope: 'namespace',
    steps: [
      {
        words: [
          ...['exec', '<pod>', { given: 'container', words: ['--container=<container>'] } as const],
          ...['--', 'cat', '/proc/<process>/attr/current'],
        ],
      },
    ],
    explains: 'appArmorProfile',
  },
  {
    kind: 'kubectl',
    id: 'amicontained',
    title: 'Run amicontained in pod',
    synonyms: ['blocked syscalls', 'introspection', 'kubectl run amicontained'],
    group: 'Isolation of a process',
    useful:
      'Which capabilities, seccomp filter and AppArmor profile a pod gets by default, and which syscalls are blocked.',
    source: ['k run amicontained --image r.j3ss.co/amicontained amicontained -- amidontained', 'k logs amicontained'],
    changed:
      'The registry r.j3ss.co is gone; the image comes from Docker Hub, and the pod is deleted once its log was read.',
    scope: 'namespace',
    steps: [
      {
        words: [
          'run',
          'amicontained-<suffix>',
          '--image=<amicontainedImage>',
          '--restart=Never',
          '--command',
          '--',
          'amicontained',
        ],
      },
      { words: ['wait', 'pod/amicontained-<suffix>', '--for=jsonpath={.status.phase}=Succeeded', '--timeout=2m'] },
      { words: ['logs', 'amicontained-<suffix>'], always: true },
      { words: ['delete', 'pod', 'amicontained-<suffix>', '--wait=false'], always: true },
    ],
    changes: 'A pod is created, and deleted once its log was read.',
    kubectlSince: 23,
  },
];
