import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import {
  judgedRelease,
  type LabelledLevel,
  labelledLevel,
  namespaceNamed,
  type PodSecurityMode,
} from '../../manifests/podSecurity/podSecurityLabels';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { descend, type Field, stringOf } from '../../yaml/field/field';
import { podSecurityStandards } from '../links';
import { type PodSecurityLevel, podSecurityFaults, podSecurityLevels } from '../podSecurityFaults';
import type { Fault, Fix, Neighbours, Rule, RuleContext } from '../rule';

export const namespaceViolatesPodSecurity: Rule = {
  id: 'namespace-violates-pod-security',
  title: 'Let pods meet the Pod Security level of their namespace',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `A namespace that enforces a Pod Security level refuses every pod that breaks it. A Deployment, StatefulSet or Job is accepted all
the same, with a warning at best: its controller then fails to create pods, over and over, and the rollout hangs without a
word in its status that says so plainly. A level that the namespace only warns of or logs refuses nothing, so what breaks it is information.`,
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
    // Admission looks at pods alone: a PodTemplate is never refused, and makes no pods by itself.
    if (!namespace || pod.object.kind === 'PodTemplate') return;
    const violated = (mode: PodSecurityMode) => violation(pod, labelledLevel(namespace, mode), neighbours, context);
    const enforced = violated('enforce');
    if (enforced) {
      yield told(enforced, field, namespace, `enforces ${enforced.standard}: it ${refusal(pod)}`);
      return;
    }
    const [warned, audited] = [violated('warn'), violated('audit')];
    const isOne = warned?.standard === audited?.standard;
    if (warned) yield noted(pod, warned, namespace, isOne ? 'warns of and logs' : 'warns of');
    if (audited && !isOne) yield noted(pod, audited, namespace, 'logs');
  },
};

/** What of a pod breaks a level that its namespace names. */
interface Violation {
  readonly level: PodSecurityLevel;
  /** The level with its release, as messages name it. */
  readonly standard: string;
  readonly faults: readonly [Fault, ...Fault[]];
}

function violation(
  pod: PodSpec,
  labelled: LabelledLevel | undefined,
  neighbours: Neighbours,
  context: RuleContext,
): Violation | undefined {
  const level = podSecurityLevels.find((known) => known === labelled?.level);
  if (!labelled || !level) return undefined;
  const release = judgedRelease(labelled, context.kubernetesVersion);
  const [first, ...others] = podSecurityFaults(pod, level, neighbours, { ...context, kubernetesVersion: release });
  if (!first) return undefined;
  return { level, standard: `${level} as of Kubernetes ${versionName(release)}`, faults: [first, ...others] };
}

function refusal({ object: { kind } }: PodSpec): string {
  return kind === 'Pod' ? 'refuses the pod' : `accepts the ${kind ?? 'workload'} and refuses its pods`;
}

/** What is refused by nobody yet. */
function noted(pod: PodSpec, violation: Violation, namespace: ObjectFacts, does: string): Fault {
  const { root, kind } = pod.object;
  const who = kind === 'Pod' ? 'the pod does' : `the pods of the ${kind ?? 'workload'} do`;
  const field = descend(root, 'metadata', 'namespace');
  return {
    ...told(violation, field, namespace, `${does} what breaks ${violation.standard}: ${who}`),
    severity: 'information',
  };
}

function told({ faults, level }: Violation, at: Field, namespace: ObjectFacts, what: string): Fault {
  const reason = faults[0].message.replace(/^\w/, (letter) => letter.toLowerCase());
  const others =
    faults.length > 1 ? `, and for ${faults.length - 1} more ${faults.length > 2 ? 'reasons' : 'reason'}` : '';
  return {
    at,
    message: `The namespace ${namespace.name} ${what}, since ${reason}${others}`,
    fixes: hardenPod(faults, level),
    related: [{ object: namespace, message: `This namespace names the level ${level}` }],
  };
}

/** One fix for all, where nobody has to decide anything. */
function hardenPod(faults: readonly Fault[], level: PodSecurityLevel): Fix[] {
  const fixes = faults.map(({ at, fixes: own = [] }) => (at?.isShared ? undefined : own.find(isDecided)));
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
