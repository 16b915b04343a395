import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** Fields that have few values, always the same. */
interface FewValues {
  readonly parts: readonly ('pod' | 'container')[];
  readonly paths: readonly string[];
  readonly values: readonly OfferedValue[];
  /** True where the schema of the field says the same. */
  readonly isInSchemas?: true;
}

/** The few values of fields that have no list of their own. */
export const simpleValues: ValueSource = (field, { hasSchemas }) => {
  const found = fields.find(({ parts, paths }) => parts.some((part) => isAt(field, part, ...paths)));
  return found?.isInSchemas && hasSchemas ? undefined : found?.values;
};

const procMounts: readonly OfferedValue[] = [
  { value: 'Default', documentation: 'Runtimes hide and protect parts of `/proc`.', is: 'choice' },
  {
    value: 'Unmasked',
    note: 'Needs hostUsers: false',
    documentation:
      'Shows all of `/proc`, as containers within the container need it. Not at baseline before 1.35, and only in a user namespace from then on.',
    is: 'choice',
  },
];

/** Source of the numbers: the Dockerfiles of distroless and Chainguard (65532); Linux's overflow user (65534). */
const userIds: readonly OfferedValue[] = [
  {
    value: 10001,
    note: 'Nobody on the node',
    documentation: 'Above the numbers that a node gives to users of its own.',
  },
  { value: 65532, note: 'nonroot', documentation: 'The user `nonroot` of distroless and Chainguard images.' },
  {
    value: 65534,
    note: 'nobody',
    documentation: 'The user `nobody`. Files of users without a number in a user namespace belong to it too.',
  },
];

const fsGroupChangePolicies: readonly OfferedValue[] = [
  {
    value: 'OnRootMismatch',
    note: 'Starts faster',
    documentation: 'Changes the owners of a volume only if its root has another one.',
    is: 'choice',
  },
  { value: 'Always', note: 'Default', documentation: 'Changes the owners of all files at each start.', is: 'choice' },
];

const supplementalGroupsPolicies: readonly OfferedValue[] = [
  {
    value: 'Strict',
    note: 'Since 1.33',
    documentation: "Only the groups that the pod names: those of the image's `/etc/group` don't count.",
    is: 'choice',
  },
  { value: 'Merge', note: 'Default', documentation: "The groups of the image's `/etc/group` count too.", is: 'choice' },
];

const fields: readonly FewValues[] = [
  { parts: ['container'], paths: ['securityContext.procMount'], values: procMounts },
  { parts: ['pod', 'container'], paths: ['securityContext.runAsUser', 'securityContext.runAsGroup'], values: userIds },
  { parts: ['pod'], paths: ['securityContext.fsGroup'], values: userIds },
  { parts: ['pod'], paths: ['securityContext.fsGroupChangePolicy'], values: fsGroupChangePolicies },
  { parts: ['pod'], paths: ['securityContext.supplementalGroupsPolicy'], values: supplementalGroupsPolicies },
  {
    parts: ['container'],
    paths: ['securityContext.allowPrivilegeEscalation', 'securityContext.privileged'],
    values: practised(false),
    isInSchemas: true,
  },
  {
    parts: ['pod'],
    paths: ['automountServiceAccountToken', 'hostIPC', 'hostNetwork', 'hostPID', 'hostUsers', 'shareProcessNamespace'],
    values: practised(false),
    isInSchemas: true,
  },
  {
    parts: ['container'],
    paths: ['securityContext.readOnlyRootFilesystem', 'volumeMounts.[].readOnly'],
    values: practised(true),
    isInSchemas: true,
  },
  { parts: ['pod', 'container'], paths: ['securityContext.runAsNonRoot'], values: practised(true), isInSchemas: true },
];

function practised(value: boolean): OfferedValue[] {
  return [
    { value, note: 'The practice', is: 'choice' },
    { value: !value, is: 'choice' },
  ];
}
