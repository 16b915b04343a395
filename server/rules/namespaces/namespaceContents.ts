import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { descend, stringOf } from '../../yaml/field/field';
import { appendDocument, type PlainValue } from '../../yaml/write/edits';
import { showsNamespace } from '../reach';
import type { Fault, Neighbours } from '../rule';

/** What a namespace should hold one of. */
export interface NamespaceContent {
  readonly isOne: (object: ObjectFacts) => boolean;
  readonly message: string;
  readonly title: string;
  /** An object of that kind, but for its namespace. */
  readonly example: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    readonly spec: PlainValue;
  };
}

/** Reports a namespace that holds none of something, where what it holds can be seen; the fix adds one. */
export function* missingContent(
  { root }: KubernetesObject,
  neighbours: Neighbours,
  { isOne, message, title, example }: NamespaceContent,
): Iterable<Fault> {
  const field = descend(root, 'metadata', 'name');
  const namespace = stringOf(field);
  if (namespace === undefined || namespace.startsWith('kube-') || !showsNamespace(neighbours, { namespace })) return;
  // One that names no namespace may be applied to this one.
  if (neighbours.objects.some((other) => isOne(other) && (other.namespace ?? namespace) === namespace)) return;
  const { apiVersion, kind, name, spec } = example;
  yield {
    at: field,
    message,
    fixes: [
      { title, class: 'ask', edits: [appendDocument({ apiVersion, kind, metadata: { name, namespace }, spec })] },
    ],
  };
}
