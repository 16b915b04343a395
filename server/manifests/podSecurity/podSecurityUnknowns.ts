import { readOnce } from '../../readOnce';
import { descend, type Field, items, mayHaveMore, member, members } from '../../yaml/field/field';
import { appArmorPrefix } from '../pods/confinementProfiles';
import { mayRequestElsewhere } from '../pods/handlers';
import type { Container, PodSpec } from '../pods/podSpec';
import { securityContexts } from '../pods/securityContext';

/** What of a pod a template or a variable fills in, as far as a level of the Pod Security Standards asks about it. */
export interface PodSecurityUnknowns {
  readonly baseline: boolean;
  /** What the restricted level asks for beyond the baseline level. */
  readonly restricted: boolean;
}

/** Which levels of the Pod Security Standards can't be judged for certain. */
export const podSecurityUnknowns = readOnce(
  (pod: PodSpec): PodSecurityUnknowns => ({ baseline: mayBreakBaseline(pod), restricted: mayBreakRestricted(pod) }),
);

const ofNode = ['hostNetwork', 'hostPID', 'hostIPC'];

const askedByBaseline = [
  ['privileged'],
  ['procMount'],
  ['windowsOptions', 'hostProcess'],
  ['seLinuxOptions', 'type'],
  ['seLinuxOptions', 'user'],
  ['seLinuxOptions', 'role'],
  ['appArmorProfile', 'type'],
  ['seccompProfile', 'type'],
];

const askedByRestricted = [['runAsNonRoot'], ['runAsUser'], ['allowPrivilegeEscalation']];

function mayBreakBaseline(pod: PodSpec): boolean {
  const { spec, securityContext, metadata, containers } = pod;
  if (ofNode.some((name) => isUnknown(member(spec, name)))) return true;
  if (['initContainers', 'containers', 'ephemeralContainers'].some((list) => mayHaveMore(member(spec, list))))
    return true;
  if (securityContexts(pod).some(({ field }) => askedByBaseline.some((path) => isUnknown(descend(field, ...path))))) {
    return true;
  }
  if (mayHaveOthers(member(spec, 'volumes'), (volume) => member(volume, 'hostPath'))) return true;
  if (mayHaveOthers(member(securityContext, 'sysctls'), (sysctl) => member(sysctl, 'name'))) return true;
  const annotations = member(metadata, 'annotations');
  if (mayHaveMore(annotations)) return true;
  if (members(annotations).some(({ name, value }) => name.startsWith(appArmorPrefix) && isUnknown(value))) return true;
  return containers.some(
    (container) =>
      mayHaveOthers(capabilities(container, 'add'), (item) => item) ||
      mayHaveOthers(member(container.field, 'ports'), (port) => member(port, 'hostPort')) ||
      mayRequestElsewhere(container),
  );
}

function mayBreakRestricted(pod: PodSpec): boolean {
  const { spec, containers } = pod;
  if (isUnknown(member(spec, 'hostUsers')) || isUnknown(descend(spec, 'os', 'name'))) return true;
  if (securityContexts(pod).some(({ field }) => askedByRestricted.some((path) => isUnknown(descend(field, ...path))))) {
    return true;
  }
  // A volume that a template adds to may have any source.
  if (items(member(spec, 'volumes')).some(mayHaveMore)) return true;
  return containers.some((container) => mayHaveOthers(capabilities(container, 'drop'), (item) => item));
}

function capabilities({ securityContext }: Container, list: 'add' | 'drop'): Field {
  return descend(securityContext, 'capabilities', list);
}

/** Whether a template may add items to a list, or decides what is asked about in one that is written. */
function mayHaveOthers(list: Field, asked: (item: Field) => Field): boolean {
  return mayHaveMore(list) || items(list).some((item) => isUnknown(asked(item)));
}

function isUnknown({ state }: Field): boolean {
  return state === 'unknown';
}
