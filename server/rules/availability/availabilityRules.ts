import type { Rule } from '../rule';
import { autoscalerFightsReplicas } from './autoscalerFightsReplicas';
import { autoscalerFixedSize } from './autoscalerFixedSize';
import { autoscalerMissing } from './autoscalerMissing';
import { autoscalerNeedsRequests } from './autoscalerNeedsRequests';
import { autoscalerTargetMissing } from './autoscalerTargetMissing';
import { disruptionBudgetBlocksEviction } from './disruptionBudgetBlocksEviction';
import { disruptionBudgetMissing } from './disruptionBudgetMissing';
import { nakedPod } from './nakedPod';
import { priorityClass } from './priorityClass';
import { replicas } from './replicas';
import { rollingUpdate } from './rollingUpdate';
import { topologySpread } from './topologySpread';

/** What keeps a service up while pods, nodes and load come and go, in the order in which documentation lists it. */
export const availabilityRules: readonly Rule[] = [
  nakedPod,
  replicas,
  topologySpread,
  priorityClass,
  rollingUpdate,
  disruptionBudgetMissing,
  disruptionBudgetBlocksEviction,
  autoscalerTargetMissing,
  autoscalerFightsReplicas,
  autoscalerFixedSize,
  autoscalerNeedsRequests,
  autoscalerMissing,
];
