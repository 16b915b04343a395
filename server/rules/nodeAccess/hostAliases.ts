import { items, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const hostAliases: Rule = {
  id: 'host-aliases',
  title: 'Leave names to DNS',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Entries of \`hostAliases\` win over DNS in every container of the pod: whoever may change the manifest leads calls to a service wherever they
like, and only a check of the certificate would notice; and when the address changes, the pod keeps calling the old one.`,
  remedy: `Give the address a name in DNS, or in the cluster a Service without a selector or of the type \`ExternalName\`.`,
  links: [
    {
      title: 'Adding entries to Pod /etc/hosts with HostAliases',
      url: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases:
    - ip: 10.1.2.3
      hostnames:
        - payments.example.com
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['hostAliases'],
  *check(pod) {
    const field = member(pod.spec, 'hostAliases');
    if (items(field).length === 0) return;
    yield {
      at: field,
      message: "The pod's own names for addresses override DNS",
      fixes: [
        { title: 'Remove hostAliases (the names are asked of DNS)', class: 'ask', edits: [remove(pathOf(field))] },
      ],
    };
  },
};
