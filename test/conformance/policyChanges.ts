/**
 * What Kubernetes' baseline level says of the pods in `shared/pod-security`, beyond what their names say: all that
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
