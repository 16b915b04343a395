import { allCapabilities, linuxCapabilities } from '../../manifests/linux/linuxCapabilities';
import { defaultCapabilities } from '../../rules/baseline/defaultCapabilities';
import { addableCapability } from '../../rules/restricted/restrictedCapability';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

const notBaseline = 'Not at baseline';

/** Capabilities to add, those first that the stricter levels take; to drop, all of them first. */
export const capabilityValues: ValueSource = (field) => {
  const isDropped = isAt(field, 'container', 'securityContext.capabilities.drop.[]');
  if (!isDropped && !isAt(field, 'container', 'securityContext.capabilities.add.[]')) return undefined;
  return isDropped ? [dropAll, ...ranked(dropped, [isGranted])] : [...ranked(added, [isRestricted, isGranted]), addAll];
};

const dropAll: OfferedValue = {
  value: allCapabilities,
  note: 'Restricted asks for it',
  documentation: 'Takes every capability away. `add` then gives single ones back.',
};

const addAll: OfferedValue = {
  value: allCapabilities,
  note: notBaseline,
  documentation: 'Every capability: whoever takes over the container has the node.',
};

function dropped(name: string): string | undefined {
  return isGranted(name) ? 'Granted by default' : undefined;
}

function added(name: string): string | undefined {
  if (isRestricted(name)) return undefined;
  return defaultCapabilities.has(name) ? 'Not at restricted' : notBaseline;
}

/** Whether container runtimes grant a capability unless it is dropped. */
function isGranted(name: string): boolean {
  return defaultCapabilities.has(name) || name === 'NET_RAW';
}

function isRestricted(name: string): boolean {
  return name === addableCapability;
}

/** All capabilities, those first that are of the first sort. */
function ranked(
  note: (name: string) => string | undefined,
  sorts: readonly ((name: string) => boolean)[],
): OfferedValue[] {
  const rank = (name: string) => {
    const sort = sorts.findIndex((isOf) => isOf(name));
    return sort < 0 ? sorts.length : sort;
  };
  return linuxCapabilities
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, permits, since }) => {
      const said = note(name);
      // Of older kernels none is left that runs Kubernetes.
      const documentation = `${permits}.${since.startsWith('5.') ? ` Needs Linux ${since}.` : ''}`;
      return { value: name, documentation, ...(said !== undefined && { note: said }) };
    });
}
