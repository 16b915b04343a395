import { isPartialPod } from '../../manifests/pods/partial';
import { descend, members, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const jobTtl: Rule = {
  id: 'job-ttl',
  title: 'Clean up Jobs that have ended',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `A Job that has ended stays, with its pods, until somebody deletes it. Thousands of them slow the API server down, fill
quotas, and keep the environment of their pods, with whatever secret is in it, readable for good.`,
  remedy: `Set \`ttlSecondsAfterFinished\`, long enough for somebody to read the logs. Jobs of a CronJob are cleaned up by its
history limits and need none.`,
  links: [
    {
      title: 'Automatic cleanup for finished Jobs',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
    },
  ],
  bad: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example.com/report:1.4.2
`,
  good: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example.com/report:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod, { kubernetesVersion }) {
    const { group, kind, root } = pod.object;
    // On by default since 1.21.
    if (group !== 'batch' || kind !== 'Job' || kubernetesVersion < 21 || isPartialPod(pod)) return;
    const ttl = descend(root, 'spec', 'ttlSecondsAfterFinished');
    const annotations = descend(root, 'metadata', 'annotations');
    // Who runs hooks also cleans them up.
    const isHook = members(annotations).some(({ name }) => /^helm\.sh\/hook|^argocd\.argoproj\.io\/hook/.test(name));
    const isGenerated = descend(root, 'metadata', 'ownerReferences').state !== 'absent';
    if (ttl.state !== 'absent' || annotations.state === 'unknown' || isHook || isGenerated) return;
    yield {
      at: ttl,
      message: 'This Job stays when it has ended, with its pods, until somebody deletes it',
      fixes: [
        {
          title: 'Delete it a day after it has ended',
          class: 'ask',
          edits: [set(pathOf(ttl), blank(86400, 3600, 604800))],
        },
      ],
    };
  },
};
