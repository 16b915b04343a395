import type { Container, PodSpec } from '../../manifests/pods/podSpec';
import { effectiveField, type InheritedField, inheritedFields } from '../../manifests/pods/securityContext';
import { serviceAccountToken } from '../../manifests/relations/serviceAccountToken';
import type { Neighbours } from '../../rules/rule';
import { booleanOf, descend, type Field, isMapping, member, type Path, textOf } from '../../yaml/field/field';
import { codeSpan } from '../values/markdown';

/**
 * What counts at a field where several have a say, and whose word it is: one sentence of Markdown, empty where only the
 * field's own word counts.
 *
 * @param path from the owner
 * @param neighbours the objects that may have a say
 */
export function inForce(owner: PodSpec | Container | undefined, path: Path, neighbours: Neighbours): string {
  if (!owner) return '';
  const [first, second] = path;
  if (first === 'securityContext') {
    const inherited = inheritedFields.find((name) => name === second);
    if ('list' in owner) return path.length === 1 ? allOf(owner) : inherited ? overPod(owner, inherited) : '';
    return inherited ? forContainers(owner, inherited) : '';
  }
  // A container without a security context has no other place to say it at.
  if ('list' in owner && first === 'name') return owner.securityContext.state === 'absent' ? allOf(owner) : '';
  if ('list' in owner) return first === 'resources' && second === 'limits' ? alsoRequest(owner, path[2]) : '';
  const isAboutToken = first === 'automountServiceAccountToken' || first === 'serviceAccountName';
  return isAboutToken && path.length === 1 ? ofToken(owner, neighbours) : '';
}

/** Everything that a container's security context amounts to where its pod has a say. */
function allOf(container: Container): string {
  const all = inheritedFields.flatMap((name) => {
    const field = effectiveField(container, name);
    const value = shown(field);
    return value === undefined ? [] : [{ text: codeSpan(`${name}: ${value}`), isOwn: isOwn(container, field) }];
  });
  const listed = (own: boolean) => all.flatMap(({ text, isOwn: is }) => (is === own ? [text] : [])).join(', ');
  const parts = [
    ...(listed(false) === '' ? [] : [`${listed(false)} from the pod`]),
    ...(listed(true) === '' ? [] : [`${listed(true)} of its own`]),
  ];
  return parts.length === 0 ? '' : `In force: ${parts.join('; ')}.`;
}

function overPod({ pod }: Container, name: InheritedField): string {
  const fromPod = shown(member(pod.securityContext, name));
  return fromPod === undefined ? '' : `In place of the pod's ${codeSpan(`${name}: ${fromPod}`)}.`;
}

function forContainers({ containers }: PodSpec, name: InheritedField): string {
  const own = containers.filter((container) => isOwn(container, effectiveField(container, name)));
  if (own.length === 0) return containers.length > 1 ? 'In force for every container.' : '';
  const names = own.map(({ name: container }) => codeSpan(container ?? '?')).join(', ');
  if (own.length === containers.length)
    return `In force for no container: ${names} ${own.length === 1 ? 'has its' : 'have their'} own.`;
  return `In force for every container but ${names}, which ${own.length === 1 ? 'has its' : 'have their'} own.`;
}

function isOwn(container: Container, field: Field): boolean {
  return field.state !== 'absent' && field.parent === container.securityContext;
}

/** A value in a word; of a profile its type. */
function shown(field: Field): string | undefined {
  return isMapping(field) ? textOf(member(field, 'type')) : textOf(field);
}

function alsoRequest({ field }: Container, resource: string | number | undefined): string {
  if (typeof resource !== 'string') return '';
  return descend(field, 'resources', 'requests', resource).state === 'absent'
    ? 'It is the request too, as none is written.'
    : '';
}

function ofToken(pod: PodSpec, { objects, reach }: Neighbours): string {
  const { accountName, account, automount, isMounted } = serviceAccountToken(pod, objects);
  if (isMounted === null || accountName === null) return '';
  const says = account?.serviceAccount?.automountsToken;
  const saidBy =
    booleanOf(automount) !== undefined
      ? 'as the pod says'
      : says === undefined || says === null
        ? `as nobody ${account || reach === 'workspace' ? '' : 'in sight '}says otherwise`
        : `as the ServiceAccount ${codeSpan(accountName)} says`;
  return `In force: the token of ${codeSpan(accountName)} is ${isMounted ? '' : 'not '}mounted, ${saidBy}.`;
}
