import type { KubectlHelper } from './helper';

/** Helpers that bring out a new image and take it back. */
export const rolloutHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'set-image',
    title: 'Set image and watch rollout',
    synonyms: ['kubectl set image', 'deploy new version', 'update'],
    group: 'Rollouts',
    useful: 'To roll out another image and see whether it becomes ready; when it does not, undoing is offered.',
    scope: 'namespace',
    steps: [
      { words: ['set', 'image', '<workload>', '<workloadContainer>=<image>'] },
      { words: ['rollout', 'status', '<workload>', '--timeout=5m'] },
    ],
    changes: 'The pods of the workload are replaced by pods with the new image.',
    undo: 'undo-rollout',
  },
  {
    kind: 'kubectl',
    id: 'rollout-status',
    title: 'Watch rollout',
    synonyms: ['kubectl rollout status', 'progress'],
    group: 'Rollouts',
    useful: 'Whether the last change to a workload has reached all its pods.',
    scope: 'namespace',
    steps: [{ words: ['rollout', 'status', '<workload>', '--timeout=5m'] }],
    undo: 'undo-rollout',
  },
  {
    kind: 'kubectl',
    id: 'undo-rollout',
    title: 'Undo rollout',
    synonyms: ['kubectl rollout undo', 'roll back', 'previous version'],
    group: 'Rollouts',
    useful: 'To go back to the revision before the last change of the pod template.',
    scope: 'namespace',
    steps: [
      { words: ['rollout', 'undo', '<workload>'] },
      { words: ['rollout', 'status', '<workload>', '--timeout=5m'] },
    ],
    changes: 'The pods of the workload are replaced by pods of the revision before.',
  },
];
