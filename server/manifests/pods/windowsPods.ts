import { readOnce } from '../../readOnce';
import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import type { MinorVersion } from '../versions/kubernetesVersion';
import type { PodSpec } from './podSpec';
import { containerOnlyFields, hostProcessFields, inheritedFields, podOnlyFields } from './securityContext';

/** The release from which Pod Security admission asks pods that say `os.name: windows` for nothing that only Linux has. */
export const windowsPodsSince = 25;

/** True for a pod that says itself that it is one of Windows containers. */
function saysWindows(pod: PodSpec): boolean {
  return stringOf(descend(pod.spec, 'os', 'name')) === 'windows';
}

/**
 * True for a pod that admission takes for one of Windows containers, at a version. The API server refuses whatever of it
 * only Linux has, so nothing more is said of that.
 */
export function isWindowsAt(version: MinorVersion, pod: PodSpec): boolean {
  return version >= windowsPodsSince && saysWindows(pod);
}

/** True for a pod that says that it is one of Windows containers, or may do so: a template decides. */
export function maySayWindows(pod: PodSpec): boolean {
  return saysWindows(pod) || descend(pod.spec, 'os', 'name').state === 'unknown';
}

/** True for a pod that says that it is one of Windows containers, may do so, or can run on Windows nodes alone. */
export const mayBeWindows = readOnce(
  (pod: PodSpec): boolean =>
    maySayWindows(pod) || selectsWindows(pod.spec) || requiresWindows(pod.spec) || hostProcessFields(pod).length > 0,
);

// The second one is what the first was called before Kubernetes 1.14.
const osLabels = ['kubernetes.io/os', 'beta.kubernetes.io/os'];

function selectsWindows(spec: Field): boolean {
  const selector = member(spec, 'nodeSelector');
  return osLabels.some((label) => stringOf(member(selector, label)) === 'windows');
}

/** True where each of the choices of nodes that a pod leaves has Windows. */
function requiresWindows(spec: Field): boolean {
  const required = descend(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  const terms = items(member(required, 'nodeSelectorTerms'));
  return terms.length > 0 && terms.every((term) => items(member(term, 'matchExpressions')).some(asksForWindows));
}

function asksForWindows(expression: Field): boolean {
  const values = items(member(expression, 'values'));
  return (
    osLabels.includes(stringOf(member(expression, 'key')) ?? '') &&
    stringOf(member(expression, 'operator')) === 'In' &&
    values.length > 0 &&
    values.every((value) => stringOf(value) === 'windows')
  );
}

const ofPod = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'];

const ofEitherContext = inheritedFields.filter((name) => name !== 'runAsNonRoot' && name !== 'windowsOptions');

/** What of a pod the API server takes on Linux alone (kubernetes 1.37, pkg/apis/core/validation, validateWindows). */
export function linuxFields(pod: PodSpec): Field[] {
  const contexts = pod.containers.map(({ securityContext }) => securityContext);
  return [
    ...ofPod.map((name) => member(pod.spec, name)),
    ...[...ofEitherContext, ...podOnlyFields].map((name) => member(pod.securityContext, name)),
    ...contexts.flatMap((context) => [...ofEitherContext, ...containerOnlyFields].map((name) => member(context, name))),
  ].filter(({ state }) => state !== 'absent');
}
