import { blank } from '../../yaml/write/edits';
import type { Rule } from '../rule';
import { missingContent } from './namespaceContents';

export const namespaceLimits: Rule = {
  id: 'namespace-limits',
  title: 'Give every namespace a LimitRange',
  severity: 'information',
  profile: 'all',
  standards: ['nsa:pod-security'],
  why: `A container that asks for nothing is scheduled anywhere and may use all memory of its node, until the kernel kills it or its
neighbours. A LimitRange gives such containers a request and a limit, and refuses absurd ones.`,
  remedy: `Add a LimitRange with a default request and limit for memory, and a default request for cpu. Containers that say what they need
keep their own.`,
  links: [{ title: 'Limit ranges', url: 'https://kubernetes.io/docs/concepts/policy/limit-range/' }],
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
kind: LimitRange
metadata:
  name: defaults
  namespace: shop
spec:
  limits:
    - type: Container
      defaultRequest:
        memory: 128Mi
      default:
        memory: 512Mi
`,
  looksAt: 'object',
  kinds: ['/Namespace'],
  among: ['/LimitRange', 'workloads', '/Service'],
  alsoAsks: 'everything',
  refutedBy: ['/LimitRange'],
  *checkAmong(object, neighbours) {
    yield* missingContent(object, neighbours, {
      isOne: ({ kind }) => kind === 'LimitRange',
      message: 'Containers of the namespace that ask for nothing get no limit',
      title: 'Add a LimitRange with defaults for containers',
      example: {
        apiVersion: 'v1',
        kind: 'LimitRange',
        name: 'defaults',
        spec: {
          limits: [
            {
              type: 'Container',
              defaultRequest: { cpu: blank('100m'), memory: blank('128Mi') },
              default: { memory: blank('512Mi') },
            },
          ],
        },
      },
    });
  },
};
