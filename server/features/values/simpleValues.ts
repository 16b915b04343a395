import { isAt, isInSecurityContext, type OfferedValue, type ValueSource } from './offeredValue';

/** The few values of fields that have no list of their own. */
export const simpleValues: ValueSource = (field, { hasSchemas }) => {
  if (isAt(field, 'container', 'securityContext.procMount')) return procMounts;
  if (isInSecurityContext(field, 'runAsUser', 'runAsGroup') || isAt(field, 'pod', 'securityContext.fsGroup'))
    return userIds;
  if (isAt(field, 'pod', 'securityContext.fsGroupChangePolicy')) return fsGroupChangePolicies;
  if (isAt(field, 'pod', 'securityContext.supplementalGroupsPolicy')) return supplementalGroupsPolicies;
  if (hasSchemas) return undefined;
  return booleans.find(({ fits }) => fits(field))?.values;
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

/** Fields that are true or false, and which of the two the practice is. */
const booleans: readonly {
  readonly fits: (field: Parameters<ValueSource>[0]) => boolean;
  readonly values: readonly OfferedValue[];
}[] = [
  {
    fits: (field) =>
      isAt(field, 'container', 'securityContext.allowPrivilegeEscalation', 'securityContext.privileged') ||
      isAt(
        field,
        'pod',
        'automountServiceAccountToken',
        'hostIPC',
        'hostNetwork',
        'hostPID',
        'hostUsers',
        'shareProcessNamespace',
      ),
    values: practised(false),
  },
  {
    fits: (field) =>
      isAt(field, 'container', 'securityContext.readOnlyRootFilesystem', 'volumeMounts.[].readOnly') ||
      isInSecurityContext(field, 'runAsNonRoot'),
    values: practised(true),
  },
];

function practised(value: boolean): OfferedValue[] {
  return [
    { value, note: 'The practice', is: 'choice' },
    { value: !value, is: 'choice' },
  ];
}
