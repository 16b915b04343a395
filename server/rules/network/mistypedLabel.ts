import { type LabelFacts, labelFacts } from '../../manifests/facts/labelFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { inSameNamespace, type Namespaced } from '../../manifests/objects/namespace';
import { mistypedName } from '../../nearestWord';
import { type Field, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fault } from '../rule';

/**
 * What to add to the fault of a selector that selects no pod, if one of its labels is but mistyped: all others are those of
 * a pod beside it, and that one is a letter or two away.
 *
 * @param labels the mapping of the labels that are asked for
 */
export function mistypedLabel(
  fault: Fault,
  labels: Field,
  selecting: Namespaced,
  objects: readonly ObjectFacts[],
): Fault {
  const wanted = labelFacts(labels);
  const meant = wanted.mayHaveMore ? undefined : meantLabel(wanted, selecting, objects);
  const written = meant && member(labels, meant.name);
  if (!meant || !written || stringOf(written) === undefined || written.isShared) return fault;
  const label = `${meant.name}: ${meant.value}`;
  return {
    ...fault,
    severity: 'warning',
    message: `${fault.message}: did you mean ${label}?`,
    fixes: [
      {
        title: `Select the pods of ${meant.owner} by ${label}`,
        class: 'ask',
        edits: [set(pathOf(written), meant.value)],
      },
    ],
  };
}

interface MeantLabel {
  readonly name: string;
  readonly value: string;
  /** `Deployment payments`. */
  readonly owner: string;
}

/** The only label that is but mistyped, if all pods that come near agree on what it should be. */
function meantLabel(
  wanted: LabelFacts,
  selecting: Namespaced,
  objects: readonly ObjectFacts[],
): MeantLabel | undefined {
  const found = new Map<string, MeantLabel>();
  for (const object of objectsWith(objects, 'pod')) {
    if (inSameNamespace(object, selecting) === false) continue;
    const { values } = object.pod.labels;
    const others = Object.entries(wanted.values).filter(([name, value]) => values[name] !== value);
    const [differing, ...more] = others;
    if (!differing || more.length > 0) continue;
    const [name, written] = differing;
    const value = values[name];
    if (typeof written !== 'string' || typeof value !== 'string') continue;
    if (mistypedName(written, [value]) === undefined) continue;
    found.set(`${name}: ${value}`, { name, value, owner: `${object.kind} ${object.name ?? ''}`.trim() });
  }
  const [meant, ...others] = found.values();
  return others.length === 0 ? meant : undefined;
}
