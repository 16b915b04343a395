import type { KubernetesObject } from '../../manifests/objects/objects';
import { judgedRelease, labelledLevel, namespaceNamed } from '../../manifests/podSecurity/podSecurityLabels';
import type { Container, PodSpec } from '../../manifests/pods/podSpec';
import { descend, stringOf } from '../../yaml/field/field';
import type { Fault, Needs, Neighbours, Rule, RuleContext, RuleDocumentation } from '../rule';

/** What tells a rule of the restricted level apart from the others. */
type RestrictedRule = Omit<RuleDocumentation, 'severity' | 'profile'> &
  Needs &
  (
    | { readonly looksAt: 'pod spec'; readonly check: Judge<PodSpec> }
    | { readonly looksAt: 'container'; readonly check: Judge<Container> }
  );

type Judge<Subject> = (subject: Subject, context: RuleContext) => Iterable<Fault>;

const among = ['/Namespace'];

/** A rule of the Pod Security Standards' restricted level: a warning, but an error in a namespace that enforces the level. */
export function restrictedRule(rule: RestrictedRule): Rule {
  const { check, looksAt, ...documentation } = rule;
  const restricted = { ...documentation, severity: 'warning', profile: 'restricted', among, refutedBy: [] } as const;
  return looksAt === 'pod spec'
    ? { ...restricted, looksAt, checkAmong: enforcedCheck(check, ({ object }) => object) }
    : { ...restricted, looksAt, checkAmong: enforcedCheck(check, ({ pod }) => pod.object) };
}

function enforcedCheck<Subject>(check: Judge<Subject>, objectOf: (subject: Subject) => KubernetesObject) {
  return function* (subject: Subject, neighbours: Neighbours, context: RuleContext): Iterable<Fault> {
    const name = stringOf(descend(objectOf(subject).root, 'metadata', 'namespace'));
    const namespace = name === undefined ? undefined : namespaceNamed(name, neighbours.objects);
    const enforced = namespace && labelledLevel(namespace, 'enforce');
    if (!namespace || enforced?.level !== 'restricted') {
      yield* check(subject, context);
      return;
    }
    const admission = { ...context, kubernetesVersion: judgedRelease(enforced, context.kubernetesVersion) };
    const refused = new Set([...check(subject, admission)].map(({ message }) => message));
    const related = [{ object: namespace, message: `The namespace "${name}" refuses pods that violate this` }];
    for (const fault of check(subject, context)) {
      yield refused.has(fault.message) ? { ...fault, severity: 'error', related } : fault;
    }
  };
}
