import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer, describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { effectiveField, mayHaveUserNamespace, securityContextFields } from '../../manifests/pods/securityContext';
import { booleanOf, type Field, member, numberOf, pathOf } from '../../yaml/field/field';
import { type Edit, remove, set } from '../../yaml/write/edits';
import { cisBenchmark, hardeningGuidance, restrictedStandard } from '../links';
import type { Fault, Fix } from '../rule';
import { describeContainers } from './describeContainers';
import { restrictedRule } from './restrictedRule';

export const runAsNonRoot = restrictedRule({
  id: 'run-as-non-root',
  title: 'Refuse to start as root',
  standards: ['pss:restricted:runAsNonRoot', 'cis:5.2.7', 'nsa:pod-security'],
  why: `Most images run as root unless somebody thought of it, and with the next image that may change unnoticed. User 0 of a
container is user 0 of the node: a fault in the runtime, or a mounted directory of the node, hands the node to it. With
\`runAsNonRoot\` the kubelet looks at the user before it starts the container, and refuses root.`,
  remedy: `Set \`runAsNonRoot: true\` once for the pod. The kubelet then refuses images that would run as root, and those whose
\`USER\` is a name, since it can't tell which number that is: give such a container a \`runAsUser\` as well. A \`runAsUser\` alone does not
satisfy the restricted level. From Kubernetes 1.35 on \`hostUsers: false\` is enough.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    restrictedStandard,
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    cisBenchmark('5.2.7'),
    hardeningGuidance,
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
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod, { kubernetesVersion }) {
    if (kubernetesVersion >= 35 && mayHaveUserNamespace(pod)) return;
    // What is said for the pod counts even if every container says otherwise.
    for (const { owner, field } of securityContextFields(pod, 'runAsNonRoot')) {
      if (booleanOf(field) !== false) continue;
      const isRoot = containersOf(owner).some(runsAsRoot);
      yield {
        at: field,
        message: `The ${describeOwner(owner)} is allowed to run as root`,
        fixes: isRoot ? [] : [fix(containersOf(owner), [set(pathOf(field), true)])],
      };
    }
    yield* silentContainers(pod);
  },
});

/** Containers for which nobody says anything: one fault of the pod if that is so for all of them. */
function* silentContainers(pod: PodSpec): Iterable<Fault> {
  if (member(pod.securityContext, 'runAsNonRoot').state !== 'absent' || isPartialPod(pod)) return;
  const silent = pod.containers.filter((container) => ownField(container).state === 'absent');
  const fixes = fixesOf(pod, silent);
  if (silent.length === pod.containers.length && silent.length > 0) {
    yield {
      at: member(pod.securityContext, 'runAsNonRoot'),
      message: `Nothing keeps the ${describeContainers(silent)} from running as root`,
      fixes,
    };
    return;
  }
  for (const container of silent) {
    yield {
      at: ownField(container),
      message: `Nothing keeps the ${describeContainer(container)} from running as root`,
      fixes,
    };
  }
}

function ownField(container: Container): Field {
  return member(container.securityContext, 'runAsNonRoot');
}

function containersOf(owner: PodSpec | Container): readonly Container[] {
  return 'list' in owner ? [owner] : owner.containers.filter((container) => ownField(container).state === 'absent');
}

/** The kubelet would never start such a container beside `runAsNonRoot: true`. */
function runsAsRoot(container: Container): boolean {
  return numberOf(effectiveField(container, 'runAsUser')) === 0;
}

/** Said for the pod where that suits all containers, else for each of those that it suits. */
function fixesOf(pod: PodSpec, silent: readonly Container[]): Fix[] {
  const roots = silent.filter(runsAsRoot);
  if (roots.length === 0) return [fix(silent, [set([...pathOf(pod.securityContext), 'runAsNonRoot'], true)])];
  const others = silent.filter((container) => !runsAsRoot(container));
  const users = securityContextFields(pod, 'runAsUser').filter(({ field }) => numberOf(field) === 0);
  return [
    ...(others.length > 0
      ? [
          fix(
            others,
            others.map((container) => set(pathOf(ownField(container)), true)),
          ),
        ]
      : []),
    {
      title: "Set runAsNonRoot to true and remove runAsUser: 0 (the image's own user applies, and must not be root)",
      class: 'ask',
      edits: [
        set([...pathOf(pod.securityContext), 'runAsNonRoot'], true),
        ...users.map(({ field }) => remove(pathOf(field))),
      ],
    },
  ];
}

function fix(containers: readonly Container[], edits: readonly Edit[]): Fix {
  const isSafe = containers.every((container) => (numberOf(effectiveField(container, 'runAsUser')) ?? 0) > 0);
  return isSafe
    ? { title: 'Set runAsNonRoot to true (its user is another one already)', class: 'safe', edits }
    : {
        title: 'Set runAsNonRoot to true (an image whose user is root, or a name, is refused)',
        class: 'harden',
        edits,
      };
}
