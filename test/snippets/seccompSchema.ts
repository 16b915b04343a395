// The shape of a seccomp profile as container runtimes read it: OCI runtime specification 1.2, config-linux, "Seccomp",
// which containerd and CRI-O take from the files that a localhostProfile names. Actions and architectures: libseccomp 2.6.

const actions = [
  'SCMP_ACT_KILL',
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_TRAP',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_ALLOW',
  'SCMP_ACT_LOG',
  'SCMP_ACT_NOTIFY',
];

const architectures = [
  'X86',
  'X86_64',
  'X32',
  'ARM',
  'AARCH64',
  'MIPS',
  'MIPS64',
  'MIPS64N32',
  'MIPSEL',
  'MIPSEL64',
  'MIPSEL64N32',
  'PPC',
  'PPC64',
  'PPC64LE',
  'S390',
  'S390X',
  'PARISC',
  'PARISC64',
  'RISCV64',
  'LOONGARCH64',
].map((name) => `SCMP_ARCH_${name}`);

const operators = ['NE', 'LT', 'LE', 'EQ', 'GE', 'GT', 'MASKED_EQ'].map((name) => `SCMP_CMP_${name}`);

const errno = { type: 'integer', minimum: 0, maximum: 4095 };

/** The JSON schema of an entry of `syscalls`. */
export const seccompRuleSchema = {
  type: 'object',
  required: ['names', 'action'],
  additionalProperties: false,
  properties: {
    names: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '^[a-z_][a-z0-9_]*$' } },
    action: { enum: actions },
    errnoRet: errno,
    args: {
      type: 'array',
      maxItems: 6,
      items: {
        type: 'object',
        required: ['index', 'value', 'op'],
        additionalProperties: false,
        properties: {
          index: { type: 'integer', minimum: 0, maximum: 5 },
          value: { type: 'integer', minimum: 0 },
          valueTwo: { type: 'integer', minimum: 0 },
          op: { enum: operators },
        },
      },
    },
  },
};

/** The JSON schema of a seccomp profile. */
export const seccompProfileSchema = {
  type: 'object',
  required: ['defaultAction'],
  additionalProperties: false,
  properties: {
    defaultAction: { enum: actions },
    defaultErrnoRet: errno,
    architectures: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: architectures } },
    flags: { type: 'array', uniqueItems: true, items: { type: 'string', pattern: '^SECCOMP_FILTER_FLAG_[A-Z_]+$' } },
    listenerPath: { type: 'string' },
    listenerMetadata: { type: 'string' },
    syscalls: { type: 'array', items: seccompRuleSchema },
  },
};
