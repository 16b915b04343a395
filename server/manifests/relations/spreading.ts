import { descend, type Field, items, mayHaveMore, member, members } from '../../yaml/field/field';
import type { LabelFacts } from '../facts/labelFacts';
import { labelSelectorFacts } from '../facts/labelSelectorFacts';
import { podFacts } from '../facts/podFacts';
import { inSameNamespace, type Namespaced, namespaced } from '../objects/namespace';
import { statedString } from '../objects/stated';
import type { PodSpec } from '../pods/podSpec';
import { all, any, not, type Truth } from '../truth';
import { selects } from './labelSelector';
import { labelsAskedAbout, mayBeAddedToPods } from './podSelection';
import { ownSelector } from './replicatedWorkloads';

/**
 * Whether a pod keeps away from others of its own kind: a topology spread constraint or a term of anti-affinity that
 * selects pods with its labels. Without a label selector either of them selects no pod.
 */
export function keepsApart(pod: PodSpec): Truth {
  const constraints = member(pod.spec, 'topologySpreadConstraints');
  const antiAffinity = descend(pod.spec, 'affinity', 'podAntiAffinity');
  const required = member(antiAffinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  const preferred = member(antiAffinity, 'preferredDuringSchedulingIgnoredDuringExecution');
  const terms = [...items(required), ...items(preferred).map((wish) => member(wish, 'podAffinityTerm'))];
  const labels = ownLabels(pod);
  const own = namespaced(pod.object);
  return any([
    ...[constraints, antiAffinity, required, preferred].map((field) => (isUndecided(field) ? null : false)),
    ...items(constraints).map((constraint) => selectsLabels(constraint, labels)),
    ...terms.map((term) => all([selectsLabels(term, labels), reachesNamespace(term, own)])),
  ]);
}

/** Who writes that there is none has thought of it. */
function isUndecided(field: Field): boolean {
  const isEmpty = field.state === 'known' && items(field).length === 0 && members(field).length === 0;
  return isEmpty || mayHaveMore(field);
}

/** A base without a selector gets its labels from a kustomization. */
function ownLabels(pod: PodSpec): LabelFacts {
  const { labels } = podFacts(pod);
  return { ...labels, mayHaveMore: labels.mayHaveMore || !ownSelector(pod.object) };
}

function selectsLabels(term: Field, labels: LabelFacts): Truth {
  if (term.state === 'unknown') return null;
  const selector = labelSelectorFacts(member(term, 'labelSelector'));
  if (!selector) return selector === undefined ? false : null;
  if (labelsAskedAbout(selector).some(mayBeAddedToPods)) return null;
  // Pods with another value of these are kept away, which a template's are not.
  const others = member(term, 'mismatchLabelKeys');
  return all([selects(selector, labels), not(others.state === 'absent' ? false : null)]);
}

/** A term looks at the pod's own namespace unless it names others. */
function reachesNamespace(term: Field, own: Namespaced): Truth {
  const namespaces = member(term, 'namespaces');
  const selector = member(term, 'namespaceSelector');
  const isNamed = any(items(namespaces).map((name) => inSameNamespace({ namespace: statedString(name) }, own)));
  if (selector.state === 'absent') {
    return items(namespaces).length === 0 && !mayHaveMore(namespaces) ? true : mayHaveMore(namespaces) ? null : isNamed;
  }
  // An empty one selects all namespaces; of others their labels decide.
  const isEveryone = selector.state === 'known' && members(selector).length === 0 && !mayHaveMore(selector);
  return any([isNamed, isEveryone ? true : null]);
}
