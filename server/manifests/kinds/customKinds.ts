/** Where some kinds of one project keep their pods; paths as a configuration writes them. */
export interface CustomKinds {
  /** `group/Kind`, the core group empty. */
  readonly kinds: readonly string[];
  /** Paths to pod templates, pod specs, lists of containers or one container: what stands there tells. */
  readonly pods?: readonly string[];
  /** Paths to mappings that hold a pod's fields among others. */
  readonly podSpecs?: readonly PodFields[];
  /** Paths to whole objects, and lists of them. */
  readonly objects?: readonly string[];
}

/** A mapping that holds a pod's fields among others. */
export interface PodFields {
  /** Undefined for the object itself. */
  readonly at?: string;
  /** Its containers beside the usual lists. */
  readonly containers?: readonly string[];
  /** True where it says of its own what a container says. */
  readonly isContainer?: boolean;
  /** How it calls the security context of the pod, where `securityContext` is a container's. */
  readonly podSecurityContext?: string;
}
