import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { type MinorVersion, parseVersion, versionName } from '../../manifests/kubernetesVersion';
import { namespaced } from '../../manifests/namespace';
import type { PodSpec } from '../../manifests/podSpec';
import { baselineRules } from '../baseline/baselineRules';
import { podSecurityStandards } from '../links';
import { restrictedRules } from '../restricted/restrictedRules';
import type { Fault, Neighbours, Rule, RuleContext } from '../rule';

/** What a namespace asks of the pods that are created in it. */
interface Enforcement {
  readonly namespace: ObjectFacts;
  readonly level: 'baseline' | 'restricted';
  /** The release whose standard counts. */
  readonly release: MinorVersion;
}

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
  *checkAmong(pod, neighbours, context) {
    const enforcement = enforcementFor(pod, neighbours, context);
    // Admission looks at pods alone: a PodTemplate is never refused, and makes no pods by itself.
    if (!enforcement || pod.object.kind === 'PodTemplate') return;
    const { namespace, level, release } = enforcement;
    const rules = level === 'restricted' ? [...baselineRules, ...restrictedRules] : baselineRules;
    const outcome =
      pod.object.kind === 'Pod'
        ? 'refuses the pod'
        : `accepts the ${pod.object.kind ?? 'workload'} and refuses its pods`;
    const standard = `${level} as of Kubernetes ${versionName(release)}`;
    for (const fault of faultsOf(pod, rules, neighbours, { ...context, kubernetesVersion: release })) {
      yield {
        at: fault.at,
        message: `The namespace ${namespace.name} enforces ${standard}: it ${outcome}, since ${fault.message.replace(/^\w/, (letter) => letter.toLowerCase())}`,
        fixes: fault.fixes ?? [],
        related: [{ object: namespace, message: `This namespace enforces ${level}` }],
      };
    }
  },
};

function enforcementFor(pod: PodSpec, { objects }: Neighbours, context: RuleContext): Enforcement | undefined {
  const { namespace: name } = namespaced(pod.object);
  if (typeof name !== 'string') return undefined;
  const namespace = objects.find((other) => other.kind === 'Namespace' && other.group === '' && other.name === name);
  const level = namespace?.labels.values['pod-security.kubernetes.io/enforce'];
  if (!namespace || (level !== 'baseline' && level !== 'restricted')) return undefined;
  const version = namespace.labels.values['pod-security.kubernetes.io/enforce-version'] ?? 'latest';
  const pinned = version === 'latest' ? context.kubernetesVersion : parseVersion(version);
  // Admission judges by what it knows where it is asked for a release to come.
  return { namespace, level, release: Math.min(pinned ?? context.kubernetesVersion, context.kubernetesVersion) };
}

/** What rules of pods and containers say of a pod. */
function* faultsOf(
  pod: PodSpec,
  rules: readonly Rule[],
  neighbours: Neighbours,
  context: RuleContext,
): Iterable<Fault> {
  for (const rule of rules) {
    if (rule.looksAt === 'pod spec') {
      yield* 'check' in rule ? rule.check(pod, context) : rule.checkAmong(pod, neighbours, context);
    } else if (rule.looksAt === 'container') {
      for (const container of pod.containers) {
        yield* 'check' in rule ? rule.check(container, context) : rule.checkAmong(container, neighbours, context);
      }
    }
  }
}
