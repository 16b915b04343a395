import type { Container, PodSpec } from '../../manifests/pods/podSpec';
import { mayBeWindows, windowsPodsSince } from '../../manifests/pods/windowsPods';
import type { Fault, RuleContext } from '../rule';

type Judge<Subject> = (subject: Subject, context: RuleContext) => Iterable<Fault>;

/**
 * A check of what only Linux has: pods for Windows aren't asked, but as admission asked them before Kubernetes 1.25, and
 * nothing that only Linux has is written into them.
 */
export function onLinux<Subject extends PodSpec | Container>(check: Judge<Subject>): Judge<Subject> {
  return function* (subject, context) {
    if (!mayBeWindows(podOf(subject))) {
      yield* check(subject, context);
    } else if (context.kubernetesVersion < windowsPodsSince) {
      for (const fault of check(subject, context)) yield { ...fault, fixes: [] };
    }
  };
}

function podOf(subject: PodSpec | Container): PodSpec {
  return 'list' in subject ? subject.pod : subject;
}
