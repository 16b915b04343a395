import { member, pathOf, stringOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const deprecatedServiceAccountField: Rule = {
  id: 'deprecated-service-account-field',
  title: 'Name the ServiceAccount in serviceAccountName',
  severity: 'warning',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `\`serviceAccount\` is the old name of \`serviceAccountName\`. Where both are written the new one wins without a word, so that the pod runs as
somebody else than the old one says; policies and people who look for the new name miss the old.`,
  remedy: `Write \`serviceAccountName\` and remove \`serviceAccount\`. The API server fills the old field in by itself, so nothing changes; what it wrote,
with both fields alike, is not reported.`,
  links: [
    {
      title: 'PodSpec in the API reference',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec',
    },
    { title: 'Service accounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['serviceAccount'],
  *check(pod) {
    const deprecated = member(pod.spec, 'serviceAccount');
    const name = stringOf(deprecated);
    // What an operator reads may have this name for good.
    if (!name || pod.absence === 'filled in') return;
    const current = member(pod.spec, 'serviceAccountName');
    if (current.state === 'unknown') return;
    const wins = stringOf(current);
    // The API server writes both into every pod.
    if (wins === name) return;
    yield {
      at: { ...deprecated, node: undefined },
      message:
        wins === undefined
          ? 'The field serviceAccount is the old name of serviceAccountName'
          : `The field serviceAccount has no effect: the pod runs as "${wins}", not as "${name}"`,
      fixes: [
        wins === undefined
          ? {
              title: 'Rename it to serviceAccountName',
              class: 'safe',
              edits: [remove(pathOf(deprecated)), set(pathOf(current), name)],
            }
          : { title: 'Remove serviceAccount', class: 'safe', edits: [remove(pathOf(deprecated))] },
      ],
    };
  },
};
