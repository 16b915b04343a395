import { booleanOf, descend, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark } from '../links';
import type { Rule } from '../rule';

export const defaultServiceAccountToken: Rule = {
  id: 'default-service-account-token',
  title: 'Keep the ServiceAccount "default" from giving tokens away',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.5', 'nsa:pod-security'],
  why: `Every pod that names no ServiceAccount runs as \`default\` and gets its token, whether or not it ever calls the Kubernetes API. Whoever
breaks into one of them may do what somebody has granted to \`default\`, or to all ServiceAccounts.`,
  remedy: `Write \`automountServiceAccountToken: false\` into the ServiceAccount \`default\` of each namespace. A pod that needs the API gets a
ServiceAccount of its own; one that must go on as \`default\` asks for the token itself.`,
  links: [
    {
      title: 'Opt out of API credential automounting',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    },
    cisBenchmark('5.1.5'),
  ],
  bad: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
`,
  good: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
automountServiceAccountToken: false
`,
  looksAt: 'object',
  kinds: ['/ServiceAccount'],
  *check({ root, isPatch = false }) {
    const automount = member(root, 'automountServiceAccountToken');
    const name = descend(root, 'metadata', 'name');
    if (stringOf(name) !== 'default') return;
    // What a patch leaves out stands elsewhere.
    if (automount.state === 'absent' ? isPatch : booleanOf(automount) !== true) return;
    yield {
      at: automount.state === 'absent' ? name : automount,
      message:
        'Every pod of the namespace that names no ServiceAccount gets a token for the Kubernetes API from this one',
      fixes: [
        {
          title:
            'Set automountServiceAccountToken to false (pods that call the Kubernetes API as "default" stop working)',
          class: 'harden',
          edits: [set(pathOf(automount), false)],
        },
      ],
    };
  },
};
