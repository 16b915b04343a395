import type { AcceptedNames } from '../../manifests/versions/kubernetesVersion';

/**
 * The SELinux types that containers are made for, the usual one first; an empty type leaves the choice to the runtime.
 * Source: Kubernetes 1.37, k8s.io/pod-security-admission, policy/check_seLinuxOptions.go.
 */
export const containerSeLinuxTypes: readonly AcceptedNames[] = [
  { since: 0, names: ['container_t', 'container_init_t', 'container_kvm_t'] },
  { since: 31, names: ['container_engine_t'] },
];
