import type { Rule } from '../rule';
import { livenessProbe } from './livenessProbe';
import { probePortUndeclared } from './probePortUndeclared';
import { probesIdentical } from './probesIdentical';
import { readinessProbe } from './readinessProbe';
import { startupProbe } from './startupProbe';

/** Whether a container works, as the kubelet sees it, in the order in which documentation lists it. */
export const probeRules: readonly Rule[] = [
  livenessProbe,
  readinessProbe,
  startupProbe,
  probesIdentical,
  probePortUndeclared,
];
