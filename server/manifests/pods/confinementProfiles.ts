import { nearestWord } from '../../nearestWord';
import { type Field, isMapping, member, members, stringOf } from '../../yaml/field/field';
import type { Container, PodSpec } from './podSpec';
import { securityContextFields } from './securityContext';

/** The security context fields that name a profile the kernel confines containers with. */
export type ProfileFieldName = 'appArmorProfile' | 'seccompProfile';

/** A profile in a security context. */
export interface ProfileField {
  readonly owner: PodSpec | Container;
  /** The mapping that has `type` and `localhostProfile`. */
  readonly profile: Field;
  readonly type: Field;
}

/** A profile in an annotation. */
export interface ProfileAnnotation {
  /** `pod`, or the container that the annotation names: how messages speak of it. */
  readonly subject: string;
  /** The container that it is for, whether or not there is one of that name; undefined for the pod. */
  readonly containerName: string | undefined;
  readonly value: Field;
  /** What is written, empty for null: that is how the API server stores it. */
  readonly profile: string;
}

// API reference 1.37, SeccompProfile and AppArmorProfile: the third type is Unconfined.
const confiningTypes: readonly string[] = ['RuntimeDefault', 'Localhost'];

/** The profiles that confine nothing: of the type Unconfined, or of none that the API server takes. */
export function laxProfileFields(pod: PodSpec, name: ProfileFieldName): ProfileField[] {
  return securityContextFields(pod, name)
    .filter(({ field }) => isMapping(field))
    .map(({ owner, field }) => ({ owner, profile: field, type: member(field, 'type') }))
    .filter(({ type }) => {
      const written = stringOf(type);
      return written === undefined ? type.state === 'absent' : !confiningTypes.includes(written);
    });
}

/**
 * `of the type Unconfined, which allows every system call`, `without a type, which the API server refuses`: how messages
 * speak of a profile that confines nothing.
 *
 * @param unconfined what an unconfined container can do, as the end of a sentence
 */
export function describeLaxProfile({ type }: ProfileField, unconfined: string): string {
  const written = stringOf(type);
  if (written === 'Unconfined') return `of the type Unconfined, which ${unconfined}`;
  return `${written ? `of the type ${written}` : 'without a type'}, which the API server refuses`;
}

/** The type that a profile certainly means, where it only writes it otherwise; undefined for one that is right or unclear. */
export function meantProfileType({ type }: ProfileField): string | undefined {
  const written = stringOf(type);
  if (!written || written === 'Unconfined') return undefined;
  return written === 'runtime/default' ? 'RuntimeDefault' : nearestWord(written, confiningTypes);
}

export const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';
export const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompContainerPrefix = 'container.seccomp.security.alpha.kubernetes.io/';

/** The annotations that chose AppArmor profiles before 1.30, whether or not the containers they name are there. */
export function appArmorAnnotations(pod: PodSpec): ProfileAnnotation[] {
  return members(member(pod.metadata, 'annotations'))
    .filter(({ name }) => name.startsWith(appArmorPrefix))
    .flatMap(({ name, value }) => annotation(name.slice(appArmorPrefix.length), value));
}

/** The annotations that chose seccomp profiles before 1.19: the pod's and those of containers that are there. */
export function seccompAnnotations(pod: PodSpec): ProfileAnnotation[] {
  const annotations = member(pod.metadata, 'annotations');
  const names = new Set(pod.containers.flatMap(({ name }) => (name === undefined ? [] : [name])));
  return [
    ...annotation(undefined, member(annotations, seccompPod)),
    ...[...names].flatMap((name) => annotation(name, member(annotations, `${seccompContainerPrefix}${name}`))),
  ];
}

function annotation(containerName: string | undefined, value: Field): ProfileAnnotation[] {
  const isNull = value.state === 'absent' && value.key !== undefined;
  const profile = isNull ? '' : stringOf(value);
  const subject = containerName === undefined ? 'pod' : `container "${containerName}"`;
  return profile === undefined ? [] : [{ subject, containerName, value, profile }];
}

/** What the value of an annotation is as a field; undefined for one that names no profile. */
export function profileOfAnnotation(
  profile: string,
): { readonly type: string; readonly localhostProfile?: string } | undefined {
  if (profile === 'runtime/default' || profile === 'docker/default') return { type: 'RuntimeDefault' };
  if (profile === 'unconfined') return { type: 'Unconfined' };
  const localhostProfile = /^localhost\/(.+)$/.exec(profile)?.[1];
  return localhostProfile === undefined ? undefined : { type: 'Localhost', localhostProfile };
}
