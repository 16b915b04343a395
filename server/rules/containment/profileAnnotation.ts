import {
  type ProfileAnnotation,
  type ProfileFieldName,
  profileOfAnnotation,
} from '../../manifests/confinementProfiles';
import type { PodSpec } from '../../manifests/podSpec';
import { type Edit, remove, set } from '../../yaml/edits';
import { type Field, member, pathOf } from '../../yaml/field';

/**
 * The edits that say with a field what an annotation says; only its removal where the field is written already.
 * Undefined where the annotation names no profile or the field can't be seen.
 */
export function editsToField(pod: PodSpec, annotation: ProfileAnnotation, name: ProfileFieldName): Edit[] | undefined {
  const profile = profileOfAnnotation(annotation.profile);
  const context = securityContextFor(pod, annotation);
  const field = context && member(context, name);
  if (!profile || !field || field.state === 'unknown') return undefined;
  const removal = remove(pathOf(annotation.value));
  return field.state === 'known' ? [removal] : [removal, set(pathOf(field), { ...profile })];
}

function securityContextFor(pod: PodSpec, { containerName }: ProfileAnnotation): Field | undefined {
  if (containerName === undefined) return pod.securityContext;
  return pod.containers.find(({ name }) => name === containerName)?.securityContext;
}
