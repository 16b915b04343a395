import type { Link } from './rule';

/** Kubernetes' page of all Pod Security Standards. */
export const podSecurityStandards: Link = {
  title: 'Pod Security Standards',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
};

/** What that page says of the baseline level. */
export const baselineStandard: Link = {
  title: 'Pod Security Standards: baseline',
  url: `${podSecurityStandards.url}#baseline`,
};

/** What that page says of the restricted level. */
export const restrictedStandard: Link = {
  title: 'Pod Security Standards: restricted',
  url: `${podSecurityStandards.url}#restricted`,
};

/** Kubernetes' page of what privileged containers override, and of seccomp, AppArmor and SELinux. */
export const kernelSecurity: Link = {
  title: 'Linux kernel security constraints',
  url: 'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
};

/** The guidance of the NSA and the CISA, version 1.2 of August 2022: its chapter on the security of pods. */
export const hardeningGuidance: Link = {
  title: 'NSA and CISA: Kubernetes Hardening Guidance, Kubernetes Pod security',
  url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
};

/** A recommendation of the CIS Kubernetes Benchmark, numbered as in version 1.8. */
export function cisBenchmark(recommendation: string): Link {
  return {
    title: `CIS Kubernetes Benchmark 1.8, ${recommendation}`,
    url: 'https://www.cisecurity.org/benchmark/kubernetes',
  };
}

/** Kubernetes' page of images: names, tags, digests and when they are pulled. */
export const imagesPage: Link = { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' };

/** Kubernetes' page of what probes are for. */
export const probesPage: Link = {
  title: 'Liveness, readiness, and startup probes',
  url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
};

/** Kubernetes' page of requests and limits. */
export const resourcesPage: Link = {
  title: 'Resource management for pods and containers',
  url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
};

/** Kubernetes' page of the HorizontalPodAutoscaler. */
export const autoscalingPage: Link = {
  title: 'Horizontal Pod autoscaling',
  url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
};

/** The same guidance: its chapter on separating networks and hardening them. */
export const networkGuidance: Link = {
  title: 'NSA and CISA: Kubernetes Hardening Guidance, Network separation and hardening',
  url: hardeningGuidance.url,
};

/** Kubernetes' page of what NetworkPolicies select, and what they let through. */
export const networkPolicies: Link = {
  title: 'Network Policies',
  url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
};
