import { isPartialPod } from '../../manifests/pods/partial';
import { descend, numberOf, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const cronJobDeadline: Rule = {
  id: 'cron-job-deadline',
  title: 'Say how late a CronJob may start',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Without a deadline a run that was missed, because the control plane was down or the last one took too long, is started however late: the
nightly job runs at noon, and after a long outage every CronJob of the cluster starts at once.`,
  remedy: `Set \`startingDeadlineSeconds\` to how late a run is still useful, no less than 10, since the controller looks every
ten seconds.`,
  links: [
    {
      title: 'CronJob: starting deadline',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
    },
  ],
  bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 2 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:1.4.2
`,
  good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 2 * * *
  startingDeadlineSeconds: 300
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['jobTemplate'],
  *check(pod) {
    const { group, kind, root } = pod.object;
    if (group !== 'batch' || kind !== 'CronJob' || isPartialPod(pod)) return;
    const deadline = descend(root, 'spec', 'startingDeadlineSeconds');
    const seconds = numberOf(deadline);
    const isTooShort = seconds !== undefined && seconds < shortestDeadline;
    if (deadline.state !== 'absent' && !isTooShort) return;
    yield {
      at: deadline,
      message: isTooShort
        ? `With a deadline of ${seconds} seconds this CronJob may never run, since the controller looks every ten seconds`
        : 'A run of this CronJob that was missed is started however late',
      fixes: [
        { title: 'Start it five minutes late at most', class: 'ask', edits: [set(pathOf(deadline), blank(300))] },
      ],
      ...(isTooShort && { severity: 'warning' }),
    };
  },
};

/** Seconds (kubernetes.io, CronJob: CronJob limitations). */
const shortestDeadline = 10;
