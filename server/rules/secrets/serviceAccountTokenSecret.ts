import { member, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';

export const serviceAccountTokenSecret: Rule = {
  id: 'service-account-token-secret',
  title: 'Request tokens of ServiceAccounts instead of keeping them in Secrets',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.6', 'nsa:authentication-and-authorization'],
  why: `Kubernetes fills a Secret of this type with a token that never expires and is bound to no pod. Whoever gets hold of it once,
from a backup, a log or a role that may read Secrets, is that ServiceAccount until somebody deletes the Secret.`,
  remedy: `Inside the cluster, pods get a token of their own that is renewed every hour: \`serviceAccountName\`, or a projected volume
with a \`serviceAccountToken\` for another audience. Outside of it, \`kubectl create token\` or the TokenRequest API give one that
expires; better still, let the other side identify itself with OpenID Connect. Keep the Secret only for programs that can't.`,
  links: [
    {
      title: 'Manually create a long-lived API token for a ServiceAccount',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#manually-create-a-long-lived-api-token-for-a-serviceaccount',
    },
    {
      title: 'Managing Service Accounts',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
    },
  ],
  bad: `apiVersion: v1
kind: Secret
metadata:
  name: build-token
  annotations:
    kubernetes.io/service-account.name: build
type: kubernetes.io/service-account-token
`,
  good: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: build
automountServiceAccountToken: false
`,
  looksAt: 'object',
  kinds: ['/Secret'],
  *check({ root }) {
    const type = member(root, 'type');
    if (stringOf(type) !== 'kubernetes.io/service-account-token') return;
    yield { at: type, message: 'This Secret is given a token of a ServiceAccount that never expires' };
  },
};
