import { isPartialPod } from '../../manifests/pods/partial';
import { accountNameOf, serviceAccountToken, tokenNeighbours } from '../../manifests/relations/serviceAccountToken';
import { booleanOf } from '../../yaml/field/field';
import { cisBenchmark } from '../links';
import type { Rule } from '../rule';
import { isUseless, noToken } from './serviceAccountTokenRule';

export const serviceAccountTokenMounted: Rule = {
  id: 'service-account-token-mounted',
  title: 'Mount tokens only where they are used',
  severity: 'information',
  profile: 'all',
  standards: ['cis:5.1.6', 'nsa:pod-security'],
  why: `A token for the Kubernetes API lies in every container of the pod, sidecars included, for whoever breaks into one of them. It is worth
what the roles of the ServiceAccount are worth, and only the container that calls the API has a use for it.`,
  remedy: `If no container calls the API write \`automountServiceAccountToken: false\`. If one does, write it all the same and mount a \`projected\`
volume with a \`serviceAccountToken\` into that container alone, with a short life and an audience.`,
  links: [
    {
      title: 'Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    {
      title: 'ServiceAccount token volume projection',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection',
    },
    cisBenchmark('5.1.6'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
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
  automountServiceAccountToken: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  among: tokenNeighbours,
  refutedByName: accountNameOf,
  *checkAmong(pod, { objects }) {
    const token = serviceAccountToken(pod, objects);
    const { account, accountName, automount, accountField, isMounted } = token;
    // Of a ServiceAccount that is elsewhere the default is assumed.
    const isAssumed = automount.state === 'absent' && account === undefined && accountName !== null;
    if (isMounted === false || (isMounted === null && !isAssumed) || isUseless(pod, token)) return;
    if (automount.state === 'absent' && isPartialPod(pod)) return;
    yield {
      at: booleanOf(automount) === true || accountField.state === 'absent' ? automount : accountField,
      message: 'The pod gets a token for the Kubernetes API in each of its containers',
      fixes: [noToken(automount)],
    };
  },
};
