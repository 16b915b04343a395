import { isPartialPod } from '../../manifests/pods/partial';
import { serviceAccountField } from '../../manifests/relations/serviceAccountToken';
import { stringOf } from '../../yaml/field/field';
import { cisBenchmark } from '../links';
import type { Rule } from '../rule';

export const defaultServiceAccount: Rule = {
  id: 'default-service-account',
  title: 'Give each workload a ServiceAccount of its own',
  severity: 'information',
  profile: 'all',
  standards: ['cis:5.1.5'],
  why: `All pods that name no ServiceAccount share \`default\`. A role that somebody grants to it for one of them is granted to all, the ones
that are created later included, and an audit log can't tell which of them called the API.`,
  remedy: `Create a ServiceAccount for the workload and name it in \`serviceAccountName\`. Bind it to a Role only if the program calls the API.`,
  links: [
    { title: 'Service accounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
    cisBenchmark('5.1.5'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
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
  *check(pod) {
    const field = serviceAccountField(pod);
    const name = stringOf(field);
    const isAbsent = field.state === 'absent' || name === '';
    if (isAbsent ? isPartialPod(pod) : name !== 'default') return;
    yield {
      at: field,
      message: 'The pod runs as the ServiceAccount "default", which it shares with every pod that names none',
    };
  },
};
