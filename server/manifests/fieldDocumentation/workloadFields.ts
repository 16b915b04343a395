import type { FieldTable } from './fieldDocumentation';

/**
 * The fields of what keeps pods running. Source of all tables here: Kubernetes API reference 1.37 and "Specifying a Disruption
 * Budget for your Application"; `pkg/controller/cronjob/utils.go` for runs that were missed.
 */
export const workloadFields: FieldTable = {
  'spec.replicas': { what: 'How many pods.', absent: '`1`', practice: 'Leave it out where an autoscaler decides.' },
  'spec.selector': {
    what: 'The pods that belong to it; it has to match the labels of its template, and cannot be changed.',
  },
  'spec.strategy.type': { what: '`Recreate` stops all old pods before new ones start.', absent: '`RollingUpdate`' },
  'spec.revisionHistoryLimit': { what: 'How many old versions can be gone back to.', absent: '`10`' },
  'spec.minReadySeconds': { what: 'Seconds that a pod must be ready before it counts as available.', absent: '`0`' },
};

/** The fields of Deployments. */
export const deploymentFields: FieldTable = {
  ...workloadFields,
  'spec.strategy.rollingUpdate.maxUnavailable': {
    what: 'How many pods, or what share, may be missing during an update.',
    absent: '`25%`',
  },
  'spec.strategy.rollingUpdate.maxSurge': {
    what: 'How many pods, or what share, may be there beyond `replicas` during an update.',
    absent: '`25%`',
  },
  'spec.progressDeadlineSeconds': {
    what: 'Seconds without progress until an update counts as failed.',
    absent: '`600`',
  },
};

/** The fields of StatefulSets. */
export const statefulSetFields: FieldTable = {
  ...workloadFields,
  'spec.minReadySeconds': {
    what: 'Seconds that a pod must be ready before it counts as available.',
    absent: '`0`',
    since: 23,
  },
  'spec.serviceName': { what: 'The headless Service by which each pod has a DNS name of its own.' },
  'spec.podManagementPolicy': {
    what: '`Parallel` starts and stops all pods at once.',
    absent: '`OrderedReady`: one after the other',
  },
  'spec.volumeClaimTemplates': { what: 'A claim for each pod, which outlives it.' },
  'spec.persistentVolumeClaimRetentionPolicy': {
    what: 'Whether claims are deleted with the StatefulSet, or with pods that are scaled away.',
    absent: '`Retain` for both',
    since: 27,
  },
  'spec.updateStrategy.type': {
    what: '`OnDelete` replaces pods only when they are deleted by hand.',
    absent: '`RollingUpdate`',
  },
};

/** The fields of DaemonSets. */
export const daemonSetFields: FieldTable = {
  'spec.selector': { what: 'The pods that belong to it; it has to match the labels of its template.' },
  'spec.updateStrategy.type': {
    what: '`OnDelete` replaces pods only when they are deleted by hand.',
    absent: '`RollingUpdate`',
  },
  'spec.updateStrategy.rollingUpdate.maxUnavailable': {
    what: 'On how many nodes, or what share, the pod may be missing during an update.',
    absent: '`1`',
  },
};

/** The fields of autoscalers. */
export const autoscalerFields: FieldTable = {
  'spec.scaleTargetRef': { what: 'The workload whose `replicas` it sets.' },
  'spec.minReplicas': { what: 'The fewest pods.', absent: '`1`' },
  'spec.maxReplicas': { what: 'The most pods.' },
  'spec.metrics': {
    what: 'What it goes by. `Utilization` is a share of the requests, so every container needs them.',
    absent: '80% of the requested processor time',
  },
  'spec.behavior': {
    what: 'How fast it scales up and down.',
    absent: 'up at once, down after five minutes',
    since: 18,
  },
};

/** The fields of Jobs. */
export const jobFields: FieldTable = {
  'spec.ttlSecondsAfterFinished': {
    what: 'Seconds until a finished Job is deleted.',
    absent: 'it stays for ever',
    since: 21,
  },
  'spec.backoffLimit': { what: 'Failures until the Job has failed.', absent: '`6`' },
  'spec.completions': { what: 'How many pods must succeed.', absent: '`1`' },
  'spec.parallelism': { what: 'How many pods run at a time.', absent: '`1`' },
  'spec.suspend': { what: 'Whether it waits, without pods.', absent: '`false`', since: 22 },
  'spec.podFailurePolicy': {
    what: 'Which failures end the Job at once, and which do not count.',
    absent: 'all count alike',
    since: 26,
  },
  'spec.activeDeadlineSeconds': { what: 'Seconds until the Job is stopped.', absent: 'no limit' },
};

/** The fields of CronJobs. */
export const cronJobFields: FieldTable = {
  'spec.schedule': { what: 'When, as in cron: minute, hour, day, month, day of the week.' },
  'spec.timeZone': { what: 'The time zone of the schedule.', absent: "the controller manager's", since: 25 },
  'spec.startingDeadlineSeconds': {
    what: 'Seconds after which a missed run is left out.',
    absent: 'no limit: of all missed runs the last one is made up for, however late',
  },
  'spec.concurrencyPolicy': { what: 'Whether a run may begin while another goes on.', absent: '`Allow`' },
  'spec.suspend': { what: 'Whether no more runs begin.', absent: '`false`' },
  'spec.successfulJobsHistoryLimit': { what: 'How many successful Jobs are kept.', absent: '`3`' },
  'spec.failedJobsHistoryLimit': { what: 'How many failed Jobs are kept.', absent: '`1`' },
};

/** The fields of disruption budgets. */
export const disruptionBudgetFields: FieldTable = {
  'spec.minAvailable': { what: 'How many pods, or what share, must stay while nodes are drained.' },
  'spec.maxUnavailable': {
    what: 'How many pods, or what share, may be missing while nodes are drained. 0 blocks every drain.',
  },
  'spec.unhealthyPodEvictionPolicy': {
    what: '`AlwaysAllow` lets pods be evicted that are not ready anyway.',
    absent: '`IfHealthyBudget`',
    since: 27,
  },
};
