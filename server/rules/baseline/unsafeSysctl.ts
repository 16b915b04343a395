import { namesAcceptedAt, versionName } from '../../manifests/versions/kubernetesVersion';
import { items, member, pathOf, stringOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard } from '../links';
import type { Rule } from '../rule';
import { safeSysctls } from './safeSysctls';

export const unsafeSysctl: Rule = {
  id: 'unsafe-sysctl',
  title: 'Set only safe sysctls',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:sysctls'],
  why: `Most kernel settings either belong to the whole node, where they weaken or stop other pods, or let a pod take memory and
connections that are counted for nobody. Only those on the safe list stay within the pod. The kubelet refuses all others
unless its administrator allowed them, so the pod may not even start.`,
  remedy: `Remove the sysctl, or let the administrator of the nodes set it for all of them. The list grows with Kubernetes: if
yours is newer than the configured \`kubernetesVersion\`, correct that.`,
  links: [
    {
      title: 'Using sysctls in a Kubernetes cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    },
    baselineStandard,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_syncookies
        value: "1"
      - name: net.core.somaxconn
        value: "1024"
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_syncookies
        value: "1"
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['sysctls'],
  *check(pod, { kubernetesVersion }) {
    const safe = namesAcceptedAt(kubernetesVersion, safeSysctls);
    for (const sysctl of items(member(pod.securityContext, 'sysctls'))) {
      const field = member(sysctl, 'name');
      const name = stringOf(field);
      if (name === undefined || safe.includes(name)) continue;
      yield {
        at: field,
        message: `The pod sets the sysctl ${name}, which is not a safe one in Kubernetes ${versionName(kubernetesVersion)}`,
        fixes: [
          {
            title: `Remove the sysctl ${name} (the node's own value will apply)`,
            class: 'ask',
            edits: [remove(pathOf(sysctl))],
          },
        ],
      };
    }
  },
};
