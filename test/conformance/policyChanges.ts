/**
 * What Kubernetes' Pod Security Standards say of the pods in `shared/pod-security`, beyond what their names say: all that
 * changed between 1.0 and 1.37, and the few pods that violate more than their name tells.
 *
 * Sources: kubernetes.io/docs/concepts/security/pod-security-standards/ (the versions named in its tables) and
 * k8s.io/pod-security-admission 1.37, policy/check_*.go (the minimum version of each check).
 */

/** The lower-cased ids of the checks at the baseline level, sorted. */
export const baselineControls: readonly string[] = [
  'apparmorprofile',
  'capabilities_baseline',
  'hostnamespaces',
  'hostpathvolumes',
  'hostports',
  'hostprobesandhostlifecycle',
  'privileged',
  'procmount',
  'seccompprofile_baseline',
  'selinuxoptions',
  'sysctls',
  'windowshostprocess',
];

/** A check at the restricted level. */
export interface RestrictedControl {
  /** Its id in lower case. */
  readonly control: string;
  /** The minor version that it came with. */
  readonly from: number;
  /** The check at the baseline level that it stands in for from then on. */
  readonly replaces?: string;
}

/** The checks at the restricted level, sorted. */
export const restrictedControls: readonly RestrictedControl[] = [
  { control: 'allowprivilegeescalation', from: 8 },
  { control: 'capabilities_restricted', from: 22, replaces: 'capabilities_baseline' },
  { control: 'procmount_restricted', from: 35, replaces: 'procmount' },
  { control: 'restrictedvolumes', from: 0, replaces: 'hostpathvolumes' },
  { control: 'runasnonroot', from: 0 },
  { control: 'runasuser', from: 23 },
  { control: 'seccompprofile_restricted', from: 19, replaces: 'seccompprofile_baseline' },
];

/** What a pod violates at the restricted level that says nothing about it: all pods that were made for the baseline level. */
export const neverAskedFor: readonly string[] = [
  'allowprivilegeescalation',
  'capabilities_restricted',
  'runasnonroot',
  'seccompprofile_restricted',
];

/** Pods that violate other controls than their name says. */
export interface Exception {
  /** Matches the pods' ids: `LEVEL/vVERSION/VERDICT/NAME`. */
  readonly pods: RegExp;
  /** All controls that they violate, sorted. */
  readonly violated: readonly string[];
  readonly reason: string;
}

/** Holds at every version at which the controls do. */
export const alsoViolated: readonly Exception[] = [
  {
    pods: /\/fail\/windowshostprocess\d$/,
    violated: ['hostnamespaces', 'windowshostprocess'],
    reason: 'The API server refuses host processes without hostNetwork: true.',
  },
  {
    pods: /\/fail\/restrictedvolumes19$/,
    violated: ['hostpathvolumes'],
    reason: 'Its volume is a hostPath, which the restricted level counts among the volume types.',
  },
  {
    pods: /\/fail\/seccompprofile_restricted[14]$/,
    violated: ['seccompprofile_baseline'],
    reason: 'Their profiles are Unconfined; the others have none, which only the restricted level forbids.',
  },
];

/** An exception from one minor version on, up to and without another. */
export interface PolicyChange extends Exception {
  readonly from: number;
  readonly until: number;
}

export const policyChanges: readonly PolicyChange[] = [
  {
    pods: /\/fail\/(?:seccompprofile_baseline\d|seccompprofile_restricted[14])$/,
    from: 0,
    until: 19,
    violated: [],
    reason: 'The field seccompProfile is judged from 1.19 on; before, the annotations are.',
  },
  {
    pods: /\/v1\.29\/pass\/sysctls1$/,
    from: 0,
    until: 29,
    violated: ['sysctls'],
    reason: 'tcp_keepalive_time, tcp_fin_timeout, tcp_keepalive_intvl and tcp_keepalive_probes are safe from 1.29 on.',
  },
  {
    pods: /\/v1\.34\/pass\/sysctls1$/,
    from: 0,
    until: 32,
    violated: ['sysctls'],
    reason: 'tcp_rmem and tcp_wmem are safe from 1.32 on.',
  },
  {
    pods: /\/fail\/hostprobesandhostlifecycle\d$/,
    from: 0,
    until: 34,
    violated: [],
    reason: 'The host of probes and lifecycle hooks is judged from 1.34 on.',
  },
  {
    pods: /\/fail\/procmount\d$/,
    from: 35,
    until: Number.POSITIVE_INFINITY,
    violated: [],
    reason: 'From 1.35 on the baseline level leaves procMount to pods with hostUsers: false, which these have.',
  },
];

/** An exception at the restricted level: `violated` holds what is violated beyond what follows from the tables above. */
export interface RestrictedException extends Exception {
  /** What the pod satisfies against all expectation. */
  readonly waived?: readonly string[];
}

/** Holds at the restricted level in every version that has the control. */
export const restrictedExceptions: readonly RestrictedException[] = [
  {
    pods: /^restricted\/.*\/fail\/privileged\d$/,
    violated: ['allowprivilegeescalation'],
    reason: 'The API server refuses allowPrivilegeEscalation: false beside privileged: true.',
  },
  {
    pods: /^restricted\/.*\/fail\/allowprivilegeescalation3$/,
    violated: ['capabilities_restricted'],
    reason: 'A container of it has no security context at all.',
  },
  {
    pods: /^baseline\/.*\/pass\/seccompprofile_baseline0$/,
    violated: [],
    waived: ['seccompprofile_restricted'],
    reason: 'The whole pod has the profile RuntimeDefault.',
  },
];

/** What changes at the restricted level alone. */
export const restrictedChanges: readonly (PolicyChange & RestrictedException)[] = [
  {
    pods: /\/pass\/base_windows$/,
    from: 0,
    until: 25,
    violated: ['allowprivilegeescalation', 'capabilities_restricted', 'seccompprofile_restricted'],
    reason: 'From 1.25 on what Linux alone has is not asked of pods with os.name: windows.',
  },
  {
    pods: /^restricted\/.*\/fail\/procmount\d$/,
    from: 35,
    until: Number.POSITIVE_INFINITY,
    violated: ['procmount_restricted'],
    reason:
      'From 1.35 on the restricted level alone forbids procMount to pods with hostUsers: false, which these have.',
  },
  {
    pods: /^baseline\/.*\/fail\/procmount\d$/,
    from: 35,
    until: Number.POSITIVE_INFINITY,
    violated: ['procmount_restricted'],
    waived: ['runasnonroot'],
    reason: 'As above; besides, from 1.35 on pods with hostUsers: false need no runAsNonRoot.',
  },
  {
    pods: /^baseline\/.*\/pass\/procmount\d$/,
    from: 35,
    until: Number.POSITIVE_INFINITY,
    violated: [],
    waived: ['runasnonroot'],
    reason: 'From 1.35 on pods with hostUsers: false need no runAsNonRoot.',
  },
];
