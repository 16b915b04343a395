import type { FieldTable } from './fieldDocumentation';
import { containerSecurityContextFields } from './securityContextFields';

/** Source of all tables here: Kubernetes API reference 1.37, Container; the defaults are those of `pkg/apis/core/v1/defaults.go`. */

/** What the three kinds of probe have in common. */
function probeFields(probe: string, documentation: FieldTable[string]): FieldTable {
  return {
    [probe]: documentation,
    [`${probe}.httpGet`]: { what: 'A request of the kubelet; any status from 200 to 399 is a success.' },
    [`${probe}.httpGet.path`]: { what: 'The path that is asked for.', absent: '`/`' },
    [`${probe}.httpGet.port`]: { what: 'A number, or the name of one of the container’s ports.' },
    [`${probe}.httpGet.host`]: {
      what: 'Another address to ask than the pod’s. It lets the kubelet be used to reach what the pod itself cannot.',
      absent: "the pod's address",
      practice: 'Leave it out; a `Host` header goes into `httpHeaders`.',
    },
    [`${probe}.tcpSocket`]: { what: 'A connection of the kubelet; success is that it opens.' },
    [`${probe}.exec`]: { what: 'A command in the container; exit code 0 is a success. It costs a process each time.' },
    [`${probe}.grpc`]: { what: 'A call of the gRPC health checking protocol.', since: 24 },
    [`${probe}.initialDelaySeconds`]: {
      what: 'Seconds from the start of the container to the first probe.',
      absent: '`0`',
    },
    [`${probe}.periodSeconds`]: { what: 'Seconds between two probes.', absent: '`10`' },
    [`${probe}.timeoutSeconds`]: { what: 'Seconds until a probe counts as failed.', absent: '`1`' },
    [`${probe}.httpGet.scheme`]: { what: '`HTTPS` encrypts; the certificate is not checked.', absent: '`HTTP`' },
    [`${probe}.failureThreshold`]: { what: 'Failures in a row that it takes.', absent: '`3`' },
    [`${probe}.successThreshold`]: {
      what: 'Successes in a row that it takes; always 1 but for readiness.',
      absent: '`1`',
    },
  };
}

/** What those probes have besides that end a container; the API server refuses it for a readiness probe. */
function graceOfProbe(probe: string): FieldTable {
  return {
    [`${probe}.terminationGracePeriodSeconds`]: {
      what: 'Seconds between a failed probe and the kill.',
      absent: "the pod's",
      since: 25,
    },
  };
}

/** The fields of a container. */
export const containerFields: FieldTable = {
  name: { what: 'What logs and commands call the container; unique in the pod.' },
  workingDir: { what: 'The folder that the command starts in.', absent: "the image's" },
  image: {
    what: 'What runs: `registry/name:tag@digest`.',
    practice: 'A version tag, better a digest: what `latest` means changes from one start to the next.',
  },
  imagePullPolicy: {
    what: 'When the kubelet asks the registry. Before 1.35 only `Always` checks that this pod may have an image that is on the node already.',
    absent: '`Always` for `latest` and no tag, else `IfNotPresent`',
  },
  command: {
    what: "What runs in place of the image's entrypoint. No shell reads it.",
    absent: "the image's entrypoint",
  },
  args: { what: 'The arguments of the command. No shell reads them; `$(NAME)` is replaced from `env`.' },
  restartPolicy: {
    what: "For an init container: `Always` makes it a sidecar, which starts before and stops after the others. For others, from 1.35 on: what counts in place of the pod's.",
    absent: "the pod's",
    since: 29,
  },
  'ports.*.containerPort': {
    what: 'A port that the container listens on. It documents, and names it for Services and probes: ports left out can be reached too.',
  },
  'ports.*.name': {
    what: 'At most 15 characters: lower-case letters, digits and single hyphens, with a letter among them.',
  },
  'ports.*.hostPort': {
    what: 'A port of the node that leads to the container.',
    absent: 'none',
    practice: 'Leave it out and publish the port through a Service.',
  },
  'ports.*.hostIP': { what: 'The address of the node that the host port is open on.', absent: 'all of them' },
  'ports.*.protocol': { what: '`TCP`, `UDP` or `SCTP`.', absent: '`TCP`' },
  env: {
    what: 'Environment variables: seen by every process of the container, and often written into logs and crash reports.',
  },
  'env.*.value': {
    what: 'The value as it is.',
    practice: 'Secrets belong into a Secret: `valueFrom.secretKeyRef`, or better a mounted file.',
  },
  'env.*.valueFrom.secretKeyRef': { what: 'A key of a Secret. A later change does not reach running containers.' },
  'env.*.valueFrom.configMapKeyRef': {
    what: 'A key of a ConfigMap. A later change does not reach running containers.',
  },
  'env.*.name': { what: 'The name of the variable; of one written twice the last counts.' },
  'env.*.valueFrom.fieldRef': { what: 'A field of the pod: its name, namespace, address or ServiceAccount.' },
  'env.*.valueFrom.resourceFieldRef': { what: 'A request or limit of a container.' },
  envFrom: { what: 'All keys of a ConfigMap or Secret as variables.' },
  resources: {
    what: 'What the container is promised (`requests`) and what it may take at most (`limits`).',
    absent: 'nothing is promised, nothing limited; a LimitRange of the namespace may say otherwise',
  },
  'resources.requests': {
    what: 'What the scheduler keeps free for the container on its node.',
    absent: 'the limits, where there are any',
  },
  'resources.requests.cpu': { what: 'Cores, or thousandths of one: `500m`. Shares time when the node is busy.' },
  'resources.requests.memory': { what: 'Bytes: `256Mi`. Containers above it are the first to be evicted.' },
  'resources.requests.ephemeral-storage': {
    what: "Bytes on the node's disk: logs, what is written beside volumes, and `emptyDir`.",
  },
  'resources.limits.ephemeral-storage': {
    what: 'Beyond it the pod is evicted.',
    absent: 'no limit: the container can fill the disk of the node',
    practice: 'Set it, so that logs cannot take the node.',
  },
  'resources.claims': { what: "Devices of the pod's `resourceClaims` that the container gets.", since: 34 },
  'resources.limits': { what: 'What the container may take at most.' },
  'resources.limits.cpu': { what: 'Beyond it the container is slowed down, even if the node has time to spare.' },
  'resources.limits.memory': {
    what: 'Beyond it the container is killed.',
    practice: 'Set it: one leak must not take the node.',
  },
  ...probeFields('livenessProbe', {
    what: 'Restarts the container when it fails: for programs that hang but do not end.',
    absent: 'the container is restarted only when it ends',
    practice: 'Ask only for the program itself: a probe that asks a database restarts everything when that is down.',
  }),
  ...graceOfProbe('livenessProbe'),
  ...probeFields('readinessProbe', {
    what: 'Takes the pod out of its Services while it fails, and lets a rolling update wait.',
    absent: 'the pod gets traffic as soon as it runs',
    practice: 'Every container behind a Service has one.',
  }),
  ...probeFields('startupProbe', {
    what: 'Holds back the other probes until it succeeds: for programs that start slowly.',
    absent: 'the other probes begin at once',
    practice: 'In place of a long `initialDelaySeconds`.',
    since: 18,
  }),
  ...graceOfProbe('startupProbe'),
  'lifecycle.preStop': { what: 'Runs before the container is asked to stop, within the grace period.' },
  'lifecycle.postStart': { what: 'Runs when the container has started, at the same time as its command.' },
  securityContext: { what: 'What this container is allowed; it counts before the same fields of the pod.' },
  ...Object.fromEntries(
    Object.entries(containerSecurityContextFields).map(([path, is]) => [`securityContext.${path}`, is]),
  ),
  volumeMounts: { what: 'Where the volumes of the pod appear in the container.' },
  'volumeMounts.*.name': { what: 'The volume of the pod that is mounted.' },
  'volumeMounts.*.mountPath': { what: 'Where in the container it appears; what the image has there is hidden.' },
  'volumeMounts.*.readOnly': { what: 'Whether the container can only read.', absent: '`false`' },
  'volumeMounts.*.recursiveReadOnly': {
    what: 'Whether what is mounted below is read-only too.',
    absent: '`Disabled`',
    since: 31,
  },
  'volumeMounts.*.mountPropagation': {
    what: '`Bidirectional` shows mounts of the container to the node: only privileged containers may.',
    absent: '`None`',
  },
  'volumeMounts.*.subPath': {
    what: 'A part of the volume. Such mounts do not see later changes of a ConfigMap or Secret.',
  },
  stdin: { what: 'Whether the container keeps a standard input open.', absent: '`false`' },
  tty: { what: 'Whether the container has a terminal.', absent: '`false`' },
};
