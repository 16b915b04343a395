import { isHelmTest } from '../../manifests/objects/helmHooks';
import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import {
  accountNameOf,
  type ServiceAccountToken,
  serviceAccountToken,
  tokenNeighbours,
} from '../../manifests/relations/serviceAccountToken';
import { booleanOf, type Field, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark } from '../links';
import type { Fix, Rule } from '../rule';

export const serviceAccountTokenRule: Rule = {
  id: 'service-account-token',
  title: 'Give no token to pods that have no use for it',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.6', 'nsa:pod-security'],
  why: `Unless told otherwise Kubernetes puts a token for its API into every container. A pod whose ServiceAccount has no role can do nothing with
it, but whoever breaks in can: ask the API what there is, use every role that somebody grants to \`default\` or to all ServiceAccounts later on, and
try faults of the API server that only authenticated callers can reach.`,
  remedy: `Write \`automountServiceAccountToken: false\` into the pod, or into the ServiceAccount for all of its pods. A program that does call the
API gets a ServiceAccount of its own, and a Role with what it needs. Tokens for cloud providers are volumes of their own, which this
does not touch.`,
  links: [
    {
      title: 'Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    { title: 'Service accounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
    cisBenchmark('5.1.6'),
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
  automountServiceAccountToken: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  among: tokenNeighbours,
  refutedByName: accountNameOf,
  *checkAmong(pod, { objects, reach }) {
    const token = serviceAccountToken(pod, objects);
    // A chart's test runs for a moment, and only when somebody asks for it.
    if (!isUseless(pod, token) || isHelmTest(pod.object)) return;
    const { account, accountName, automount, accountField } = token;
    const isWritten = booleanOf(automount) === true;
    yield {
      at: isWritten || accountField.state === 'absent' ? automount : accountField,
      message: `The pod gets a token for the Kubernetes API, but ${account ? `nothing in the ${reach === 'file' ? 'file' : 'workspace'} binds its ServiceAccount "${accountName}" to a role` : 'no ServiceAccount of its own to use it with'}`,
      fixes: [noToken(automount)],
      ...(account && { related: [{ object: account, message: 'The ServiceAccount that nothing binds to a role' }] }),
    };
  },
};

/**
 * True for a token of `default`, or of a ServiceAccount that stands beside the pod, if nothing in reach binds it. A
 * ServiceAccount that is elsewhere may be bound elsewhere too.
 */
export function isUseless(pod: PodSpec, token: ServiceAccountToken): boolean {
  if (token.isMounted !== true || token.isBound !== false) return false;
  if (token.automount.state === 'absent' && isPartialPod(pod)) return false;
  return token.accountName === 'default' || token.account !== undefined;
}

/** How a pod is kept from getting a token. */
export function noToken(automount: Field): Fix {
  return {
    title: 'Set automountServiceAccountToken to false (what calls the Kubernetes API stops working)',
    class: 'harden',
    edits: [set(pathOf(automount), false)],
  };
}
