import {
  appArmorAnnotations,
  type ProfileAnnotation,
  type ProfileFieldName,
  profileOfAnnotation,
  seccompAnnotations,
} from '../../manifests/pods/confinementProfiles';
import type { Container, PodSpec } from '../../manifests/pods/podSpec';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { type Field, member, pathOf } from '../../yaml/field/field';
import { type Edit, remove, set } from '../../yaml/write/edits';

/**
 * The edits that say with a field what an annotation says; only its removal where the field is written already.
 * Undefined where the annotation names no profile or the field can't be seen.
 */
export function editsToField(pod: PodSpec, annotation: ProfileAnnotation, name: ProfileFieldName): Edit[] | undefined {
  // Windows has neither, and where a pod says that it is for Windows the API server refuses the fields.
  if (mayBeWindows(pod)) return undefined;
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

/** A profile as a field says it; undefined for one that the user has yet to name. */
type Chosen = ReturnType<typeof profileOfAnnotation>;

/**
 * Takes away the annotations that chose a profile before there were fields, where the field of an owner comes to say another
 * one: the API server refuses the two beside each other.
 */
export function withoutContradiction(owner: PodSpec | Container, name: ProfileFieldName, chosen: Chosen): Edit[] {
  const pod = 'list' in owner ? owner.pod : owner;
  const annotations = name === 'seccompProfile' ? seccompAnnotations(pod) : appArmorAnnotations(pod);
  return annotations
    .filter(({ containerName }) => isAbout(owner, name, containerName))
    .filter(({ profile }) => chosen === undefined || !isSameProfile(profileOfAnnotation(profile), chosen))
    .map(({ value }) => remove(pathOf(value)));
}

function isSameProfile(one: Chosen, other: Chosen): boolean {
  return one?.type === other?.type && one?.localhostProfile === other?.localhostProfile;
}

/** What containers say with AppArmor's annotations is held against their pod's field too, unless they have their own. */
function isAbout(owner: PodSpec | Container, name: ProfileFieldName, containerName: string | undefined): boolean {
  if ('list' in owner) return owner.name !== undefined && owner.name === containerName;
  if (name === 'seccompProfile' || containerName === undefined) return containerName === undefined;
  const container = owner.containers.find((candidate) => candidate.name === containerName);
  return container !== undefined && member(container.securityContext, name).state === 'absent';
}
