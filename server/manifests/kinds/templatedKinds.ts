import type { CustomKinds } from './customKinds';
import type { Absence } from './workloadKinds';

/** Kinds whose templates become pods as they stand, but for names, labels, environment and probes. */
export interface TemplatedKinds extends CustomKinds {
  readonly absence: Exclude<Absence, 'filled in'>;
}

/**
 * Sources, read in November 2026:
 *
 * - Argo Rollouts v1alpha1: argoproj.github.io/argo-rollouts/features/specification
 * - Knative Serving v1: knative.dev/docs/serving/reference/serving-api
 * - OpenShift apps.openshift.io/v1: docs.openshift.com, Workloads APIs; its group was empty before OpenShift 3.7
 * - OpenKruise v1alpha1, v1beta1: github.com/openkruise/kruise, apis/apps
 * - KEDA v1alpha1: keda.sh/docs/latest/reference/scaledjob-spec
 * - JobSet v1alpha2: jobset.sigs.k8s.io/docs/reference/jobset.v1alpha2
 * - LeaderWorkerSet v1: github.com/kubernetes-sigs/lws, api/leaderworkerset/v1
 * - Volcano v1alpha1: github.com/volcano-sh/apis, pkg/apis/batch and flow
 * - Agent Sandbox v1alpha1, v1beta1: github.com/kubernetes-sigs/agent-sandbox, docs/api.md
 */
export const templatedKinds: readonly TemplatedKinds[] = [
  { absence: 'known', kinds: ['argoproj.io/Rollout'], pods: ['spec.template'] },
  {
    absence: 'known',
    kinds: ['serving.knative.dev/Service', 'serving.knative.dev/Configuration'],
    pods: ['spec.template'],
  },
  { absence: 'known', kinds: ['apps.openshift.io/DeploymentConfig', '/DeploymentConfig'], pods: ['spec.template'] },
  {
    absence: 'known',
    kinds: ['apps.kruise.io/CloneSet', 'apps.kruise.io/StatefulSet', 'apps.kruise.io/DaemonSet'],
    pods: ['spec.template'],
  },
  { absence: "a pod's", kinds: ['apps.kruise.io/BroadcastJob'], pods: ['spec.template'] },
  {
    absence: "a pod's",
    kinds: ['apps.kruise.io/AdvancedCronJob'],
    pods: ['spec.template.jobTemplate.spec.template', 'spec.template.broadcastJobTemplate.spec.template'],
  },
  { absence: "a pod's", kinds: ['apps.kruise.io/UnitedDeployment'], pods: ['spec.template.*.spec.template'] },
  { absence: "a pod's", kinds: ['keda.sh/ScaledJob'], pods: ['spec.jobTargetRef.template'] },
  { absence: "a pod's", kinds: ['jobset.x-k8s.io/JobSet'], pods: ['spec.replicatedJobs[*].template.spec.template'] },
  {
    absence: "a pod's",
    kinds: ['leaderworkerset.x-k8s.io/LeaderWorkerSet'],
    pods: ['spec.leaderWorkerTemplate.leaderTemplate', 'spec.leaderWorkerTemplate.workerTemplate'],
  },
  {
    absence: "a pod's",
    kinds: ['batch.volcano.sh/Job', 'flow.volcano.sh/JobTemplate'],
    pods: ['spec.tasks[*].template'],
  },
  { absence: "a pod's", kinds: ['batch.volcano.sh/CronJob'], pods: ['spec.jobTemplate.spec.tasks[*].template'] },
  {
    absence: "a pod's",
    kinds: ['agents.x-k8s.io/Sandbox', 'extensions.agents.x-k8s.io/SandboxTemplate'],
    pods: ['spec.podTemplate'],
  },
];
