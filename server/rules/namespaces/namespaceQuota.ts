import { blank } from '../../yaml/write/edits';
import type { Rule } from '../rule';
import { missingContent } from './namespaceContents';

export const namespaceQuota: Rule = {
  id: 'namespace-quota',
  title: 'Give every namespace a ResourceQuota',
  severity: 'information',
  profile: 'all',
  standards: ['nsa:pod-security'],
  why: `Without a quota one namespace can take the whole cluster: a loop that creates pods, a mistyped number of replicas or a miner
starves everybody else, and the autoscaler buys machines for it.`,
  remedy: `Add a ResourceQuota with the sums that the team has agreed on. A quota on cpu or memory makes the API server refuse pods that ask
for none, so add a LimitRange with defaults beside it.`,
  links: [{ title: 'Resource quotas', url: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/' }],
  bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: shop
spec:
  hard:
    requests.cpu: "4"
    requests.memory: 8Gi
    pods: "50"
`,
  looksAt: 'object',
  kinds: ['/Namespace'],
  among: ['/ResourceQuota', 'workloads', '/Service'],
  alsoAsks: 'everything',
  refutedBy: ['/ResourceQuota'],
  *checkAmong(object, neighbours) {
    yield* missingContent(object, neighbours, {
      isOne: ({ kind }) => kind === 'ResourceQuota',
      message: 'Nothing limits what the namespace may take of the cluster',
      title: 'Add a ResourceQuota (pods without requests are then refused)',
      example: {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        name: 'quota',
        spec: {
          hard: {
            'requests.cpu': blank('4'),
            'requests.memory': blank('8Gi'),
            'limits.memory': blank('16Gi'),
            pods: blank('50'),
          },
        },
      },
    });
  },
};
