import { podSecurityUnknowns } from '../manifests/podSecurity/podSecurityUnknowns';
import { isPartialPod } from '../manifests/pods/partial';
import type { PodSpec } from '../manifests/pods/podSpec';
import { type PodSecurityLevel, podSecurityFaults } from './podSecurityFaults';
import type { Fault, Neighbours, RuleContext } from './rule';

/** Where a pod stands among the levels of the Pod Security Standards, whichever rules are switched on. */
export interface PodSecurityStanding {
  /** The highest level that it certainly meets. */
  readonly level: 'privileged' | PodSecurityLevel;
  /** The level above, which it doesn't meet; undefined where there is none, or a template decides whether it does. */
  readonly next: PodSecurityLevel | undefined;
  /** True where a template may have it meet a higher level, or stand further from it than what is written. */
  readonly isOpen: boolean;
  /** What keeps the written pod from the next level. */
  readonly faults: readonly Fault[];
}

/** Nothing beside a pod changes what its levels ask for. */
const alone: Neighbours = { objects: [], reach: 'file' };

/**
 * The level that a pod meets at a Kubernetes version. Undefined where a template or a variable decides, and for a pod of
 * which only a part is written.
 */
export function podSecurityStanding(pod: PodSpec, context: RuleContext): PodSecurityStanding | undefined {
  if (isPartialPod(pod)) return undefined;
  const unknown = podSecurityUnknowns(pod);
  const ofBaseline = podSecurityFaults(pod, 'baseline', alone, context);
  if (ofBaseline.length > 0) {
    return { level: 'privileged', next: 'baseline', isOpen: unknown.baseline, faults: ofBaseline };
  }
  if (unknown.baseline) return undefined;
  const faults = podSecurityFaults(pod, 'restricted', alone, context);
  if (faults.length > 0) return { level: 'baseline', next: 'restricted', isOpen: unknown.restricted, faults };
  return { level: unknown.restricted ? 'baseline' : 'restricted', next: undefined, isOpen: unknown.restricted, faults };
}
