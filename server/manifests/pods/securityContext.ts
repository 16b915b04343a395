import { readOnce } from '../../readOnce';
import { booleanOf, descend, type Field, member } from '../../yaml/field/field';
import type { Container, PodSpec } from './podSpec';

/**
 * The security context fields that a container takes from its pod unless it sets them itself
 * (Kubernetes API reference, PodSecurityContext and SecurityContext). All others belong to one of the two alone.
 */
export const inheritedFields = [
  'runAsNonRoot',
  'runAsUser',
  'runAsGroup',
  'seLinuxOptions',
  'seccompProfile',
  'appArmorProfile',
  'windowsOptions',
] as const;

/** A security context field that containers inherit. */
export type InheritedField = (typeof inheritedFields)[number];

/** The field that is in force for a container: its own if it is written, else its pod's. */
export function effectiveField(container: Container, name: InheritedField): Field {
  const own = member(container.securityContext, name);
  return own.state === 'absent' ? member(container.pod.securityContext, name) : own;
}

/** A field of a security context, with whose it is. */
export interface SecurityContextField {
  readonly owner: PodSpec | Container;
  readonly field: Field;
}

/** Every security context of a pod that sets a field: the pod's own first, then its containers'. */
export const securityContexts = readOnce((pod: PodSpec): readonly SecurityContextField[] => {
  return [
    { owner: pod, field: pod.securityContext },
    ...pod.containers.map((container) => ({ owner: container, field: container.securityContext })),
  ];
});

/** A field of every security context that has it: the pod's own first, then its containers'. */
export function securityContextFields(pod: PodSpec, ...path: readonly string[]): SecurityContextField[] {
  const found: SecurityContextField[] = [];
  for (const { owner, field: context } of securityContexts(pod)) {
    const field = descend(context, ...path);
    if (field.state !== 'absent') found.push({ owner, field });
  }
  return found;
}

/** A field of every security context in which it counts: the pod's own is out of force where every container has one. */
export function fieldsInForce(pod: PodSpec, name: InheritedField): SecurityContextField[] {
  const isOverridden =
    pod.containers.length > 0 &&
    pod.containers.every(({ securityContext }) => member(securityContext, name).state !== 'absent');
  return securityContextFields(pod, name).filter(({ owner }) => 'list' in owner || !isOverridden);
}

/**
 * Where a pod asks for Windows host processes. Kubernetes wants such pods to have `hostNetwork: true`, and all their
 * containers to be host processes.
 */
export function hostProcessFields(pod: PodSpec): SecurityContextField[] {
  return securityContextFields(pod, 'windowsOptions', 'hostProcess').filter(({ field }) => booleanOf(field) === true);
}

/** True for a pod that runs in a user namespace of its own, whose root is nobody on the node. */
export function hasUserNamespace(pod: PodSpec): boolean {
  return booleanOf(member(pod.spec, 'hostUsers')) === false;
}

/** True for a pod that runs in a user namespace of its own, or may do so: a template decides. */
export function mayHaveUserNamespace(pod: PodSpec): boolean {
  return hasUserNamespace(pod) || member(pod.spec, 'hostUsers').state === 'unknown';
}

/** The security context fields that only a container has (API reference 1.37, SecurityContext). */
export const containerOnlyFields = [
  'allowPrivilegeEscalation',
  'capabilities',
  'privileged',
  'procMount',
  'readOnlyRootFilesystem',
] as const;

/** The security context fields that only a pod has (API reference 1.37, PodSecurityContext). */
export const podOnlyFields = [
  'fsGroup',
  'fsGroupChangePolicy',
  'seLinuxChangePolicy',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'sysctls',
] as const;
