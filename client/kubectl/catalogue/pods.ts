import type { KubectlHelper } from './helper';

/** Helpers that look at pods, into them, and from within them. */
export const podHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'busybox-debug-pod',
    title: 'Open busybox debug pod',
    synonyms: ['temporary pod', 'utilities', 'nslookup', 'kubectl run -it --rm'],
    group: 'Pods',
    useful:
      'A shell with small network and file tools inside the cluster; the pod is deleted when you leave the shell.',
    source: ['kubectl run -it --rm debug --image=busybox --restart=Never -- sh'],
    changed: 'The pod has a name of its own each time, so that two of them do not collide.',
    scope: 'namespace',
    steps: [
      {
        words: ['run', 'debug-<suffix>', '-it', '--rm', '--image=<busyboxImage>', '--restart=Never', '--', 'sh'],
      },
    ],
    changes: 'A pod is created, and deleted when its shell ends.',
    staysOpen: true,
  },
  {
    kind: 'kubectl',
    id: 'verify-connectivity',
    title: 'Verify pod connectivity',
    synonyms: ['curl a Service', 'connection test', 'does it answer?'],
    group: 'Pods',
    useful: 'After a change to a pod or Service: does it answer from inside the cluster?',
    source: ['kubectl run -it --rm debug --image=radial/busyboxplus:curl --restart=Never -- curl http://servicename'],
    changed:
      "The image is curl's own, since radial/busyboxplus has had no update since 2014, and curl gives up after ten seconds.",
    scope: 'namespace',
    steps: [
      {
        words: [
          ...['run', 'curl-<suffix>', '-it', '--rm', '--image=<curlImage>', '--restart=Never', '--'],
          ...['curl', '--silent', '--show-error', '--include', '--max-time', '10', '<serviceAddress>'],
        ],
      },
    ],
    changes: 'A pod is created, and deleted when curl is done.',
    staysOpen: true,
  },
  {
    kind: 'kubectl',
    id: 'debug-pod',
    title: 'Attach debug container to pod',
    synonyms: ['ephemeral container', 'distroless', 'kubectl debug'],
    group: 'Pods',
    useful: 'When the image has no shell: an ephemeral container that sees the processes of the one you pick.',
    scope: 'namespace',
    steps: [
      {
        words: [
          ...['debug', '<pod>', '-it', '--image=<busyboxImage>', '--target=<targetContainer>'],
          ...['--profile=<debugProfile>', '--', 'sh'],
        ],
      },
    ],
    changes: 'An ephemeral container is added to the pod, and stays listed there until the pod is deleted.',
    staysOpen: true,
    kubectlSince: 27,
  },
  {
    kind: 'kubectl',
    id: 'shell-in-container',
    title: 'Open shell in container',
    synonyms: ['kubectl exec -it', 'bash'],
    group: 'Pods',
    useful: 'To look around in a running container that has a shell.',
    scope: 'namespace',
    steps: [
      { words: ['exec', '<pod>', '-it', { given: 'container', words: ['--container=<container>'] }, '--', 'sh'] },
    ],
    staysOpen: true,
  },
  {
    kind: 'kubectl',
    id: 'last-events',
    title: 'Show last events of pod',
    synonyms: ['kubectl describe pod', 'troubleshooting', 'errors'],
    group: 'Pods',
    useful: 'After creating or changing a pod: was it scheduled, was its image pulled, did a probe fail?',
    source: ['k describe pod <pod-name> | grep -i events -A 10'],
    changed:
      'kubectl sorts the events itself, oldest first, so that the last ones stand above the prompt and no grep is needed.',
    scope: 'namespace',
    steps: [{ words: ['events', '--for=pod/<pod>'] }],
    kubectlSince: 26,
  },
  {
    kind: 'kubectl',
    id: 'logs',
    title: 'Follow logs of pod',
    synonyms: ['kubectl logs', 'tail', 'output'],
    group: 'Pods',
    useful: 'The last 200 lines of a container, and what it writes from now on.',
    source: ['k logs amicontained'],
    scope: 'namespace',
    steps: [
      {
        words: ['logs', '<pod>', { given: 'container', words: ['--container=<container>'] }, '--tail=200', '--follow'],
      },
    ],
    staysOpen: true,
  },
  {
    kind: 'kubectl',
    id: 'port-forward',
    title: 'Forward port',
    synonyms: ['kubectl port-forward', 'tunnel', 'localhost'],
    group: 'Pods',
    useful: 'To reach a pod or Service from this machine without exposing it.',
    scope: 'namespace',
    steps: [{ words: ['port-forward', '<portTarget>', '<ports>'] }],
    staysOpen: true,
  },
  {
    kind: 'kubectl',
    id: 'debug-node',
    title: 'Debug node',
    synonyms: ['shell on node', 'ssh', 'kubectl debug node'],
    group: 'Pods',
    useful: "A shell on a node without SSH, with the node's file system under /host.",
    scope: 'namespace',
    steps: [
      {
        words: [
          'debug',
          'node/<node>',
          '-it',
          '--image=<busyboxImage>',
          '--profile=sysadmin',
          '--',
          'chroot',
          '/host',
          'sh',
        ],
      },
    ],
    changes:
      'A privileged pod is created on the node. kubectl does not delete it: remove the pod node-debugger-… when you are done.',
    staysOpen: true,
    kubectlSince: 27,
  },
  {
    kind: 'kubectl',
    id: 'falco-log',
    title: "Follow Falco's log in cluster",
    synonyms: ['Falco alerts', 'kubectl logs', 'runtime security'],
    group: 'Pods',
    useful: 'What Falco reports on every node, where it runs as a DaemonSet.',
    scope: 'namespace',
    steps: [
      {
        words: [
          ...['logs', '--selector=app.kubernetes.io/name=falco', '--container=falco', '--prefix'],
          ...['--tail=100', '--max-log-requests=100', '--follow'],
        ],
      },
    ],
    usualNamespace: 'falco',
    staysOpen: true,
  },
];
