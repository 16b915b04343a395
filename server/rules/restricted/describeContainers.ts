import { type Container, describeContainer } from '../../manifests/pods/podSpec';

/** `container "web"`, `init container "setup" and the container "web"`: how messages speak of several containers. */
export function describeContainers(containers: readonly Container[]): string {
  const all = containers.map(describeContainer);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', the ')} and the ${last}`;
}
