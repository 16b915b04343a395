import { type Field, type Path, pathOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import type { Container, PodSpec } from '../pods/podSpec';
import { containerFields } from './containerFields';
import { documentationAt, type FieldDocumentation } from './fieldDocumentation';
import { metadataFields, objectFields } from './objectFields';
import { podFields } from './podFields';

/** A field that is documented, with whose it is. */
export interface DocumentedField {
  readonly documentation: FieldDocumentation;
  /** The container or pod that the field belongs to; undefined for other fields of an object. */
  readonly owner: PodSpec | Container | undefined;
  /** From its owner, else from the object. */
  readonly path: Path;
}

/** What is known of a field of an object; undefined for one that nobody needs to be told about. */
export function documentedField(
  object: KubernetesObject,
  pods: readonly PodSpec[],
  field: Field,
): DocumentedField | undefined {
  const path = pathOf(field);
  const containers = pods.flatMap((pod) => pod.containers);
  const container = containers.find((candidate) => pathBelow(pathOf(candidate.field), path));
  const candidates = [
    container && { owner: container, base: pathOf(container.field), table: containerFields },
    ...pods.flatMap((pod) => [
      { owner: pod, base: pathOf(pod.spec), table: podFields },
      { owner: undefined, base: pathOf(pod.metadata), table: metadataFields },
    ]),
    { owner: undefined, base: [...pathOf(object.root), 'metadata'], table: metadataFields },
    {
      owner: undefined,
      base: pathOf(object.root),
      table: objectFields[`${object.group ?? ''}/${object.kind ?? ''}`] ?? {},
    },
  ];
  for (const candidate of candidates) {
    const below = candidate && pathBelow(candidate.base, path);
    const documentation = below && documentationAt(candidate.table, below);
    if (documentation) return { documentation, owner: candidate.owner, path: below };
  }
  return undefined;
}

/** The rest of a path that begins with another one; undefined if it doesn't. */
function pathBelow(base: Path, path: Path): Path | undefined {
  return base.every((key, index) => key === path[index]) ? path.slice(base.length) : undefined;
}
