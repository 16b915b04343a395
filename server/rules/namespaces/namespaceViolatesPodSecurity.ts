import { versionName } from '../../manifests/kubernetesVersion';
import { enforcedLevel, namespaceNamed } from '../../manifests/podSecurityLabels';
import { descend, stringOf } from '../../yaml/field';
import { podSecurityStandards } from '../links';
import { type PodSecurityLevel, podSecurityFaults, podSecurityLevels } from '../podSecurityFaults';
import type { Fault, Fix, Rule } from '../rule';

export const namespaceViolatesPodSecurity: Rule = {
  id: 'namespace-violates-pod-security',
  title: 'Let pods meet the Pod Security level of their namespace',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `A namespace that enforces a Pod Security level refuses every pod that breaks it. A Deployment, StatefulSet or Job is accepted all
the same, with a warning at best: its controller then fails to create pods, over and over, and the rollout hangs without a
word in its status that says so plainly.`,
  remedy: `Mend what the message names, or, where the workload can't do without it, move it to a namespace of its own with a lower level.
The level counts as in the release that \`pod-security.kubernetes.io/enforce-version\` names.`,
  links: [
    {
      title: 'Pod Security admission: workload resources and pod templates',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#workload-resources-and-pod-templates',
    },
    podSecurityStandards,
  ],
  bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        capabilities:
          drop:
            - ALL
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
`,
  looksAt: 'pod spec',
  among: ['/Namespace'],
  refutedBy: [],
  *checkAmong(pod, neighbours, context) {
    const field = descend(pod.object.root, 'metadata', 'namespace');
    const name = stringOf(field);
    const namespace = name === undefined ? undefined : namespaceNamed(name, neighbours.objects);
    const enforced = namespace && enforcedLevel(namespace);
    const level = podSecurityLevels.find((known) => known === enforced?.level);
    // Admission looks at pods alone: a PodTemplate is never refused, and makes no pods by itself.
    if (!namespace || !enforced || !level || pod.object.kind === 'PodTemplate') return;
    // Admission judges by what it knows where it is asked for a release to come.
    const release = Math.min(enforced.version ?? context.kubernetesVersion, context.kubernetesVersion);
    const faults = podSecurityFaults(pod, level, neighbours, { ...context, kubernetesVersion: release });
    const [first] = faults;
    if (!first) return;
    const outcome =
      pod.object.kind === 'Pod'
        ? 'refuses the pod'
        : `accepts the ${pod.object.kind ?? 'workload'} and refuses its pods`;
    const reason = first.message.replace(/^\w/, (letter) => letter.toLowerCase());
    const others =
      faults.length > 1 ? `, and for ${faults.length - 1} more ${faults.length > 2 ? 'reasons' : 'reason'}` : '';
    yield {
      at: field,
      message: `The namespace ${name} enforces ${level} as of Kubernetes ${versionName(release)}: it ${outcome}, since ${reason}${others}`,
      fixes: hardenPod(faults, level),
      related: [{ object: namespace, message: `This namespace enforces ${level}` }],
    };
  },
};

/** One fix for all, where nobody has to decide anything. */
function hardenPod(faults: readonly Fault[], level: PodSecurityLevel): Fix[] {
  const fixes = faults.map(({ at, fixes: own = [] }) => (at.isShared ? undefined : own.find(isDecided)));
  if (fixes.some((fix) => fix === undefined)) return [];
  return [
    {
      title: `Harden the pod to ${level} (what relied on the ${count(fixes.length)} stops working)`,
      class: 'harden',
      edits: fixes.flatMap((fix) => fix?.edits ?? []),
    },
  ];
}

function isDecided({ class: fixClass }: Fix): boolean {
  return fixClass !== 'ask';
}

function count(gaps: number): string {
  return gaps === 1 ? 'gap that it closes' : `${gaps} gaps that it closes`;
}
