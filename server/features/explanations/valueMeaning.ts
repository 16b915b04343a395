import { allCapabilities, linuxCapabilities } from '../../manifests/linux/linuxCapabilities';
import { linuxSysctls } from '../../manifests/linux/linuxSysctls';
import { isRefusedByDefault, whatSystemCallDoes } from '../../manifests/linux/systemCalls/linuxSystemCalls';
import { podSecurityPrefix } from '../../manifests/podSecurity/podSecurityLabels';
import { resourcesOfGroup } from '../../manifests/rbac/resources';
import { roleVerbs } from '../../manifests/rbac/roleVerbs';
import { newestVersion } from '../../manifests/versions/kubernetesVersion';
import { type Field, items, member, pathOf, stringOf } from '../../yaml/field/field';
import type { SubjectAt } from '../places/subjectAt';
import { boldName } from '../values/markdown';
import { levelMeanings } from '../values/podSecurityValues';
import { resourceMeaning } from '../values/roleValues';

/** What a well-known value stands for, in a line of Markdown; undefined for all others. */
export function meaningOfValue({ field, subject: { object } }: SubjectAt): string | undefined {
  const value = stringOf(field);
  if (value === undefined) return undefined;
  const meaning = meaningIn(field, value, object.group ?? '', object.kind ?? '');
  return meaning && `${boldName(value)}: ${meaning}`;
}

function meaningIn(field: Field, value: string, group: string, kind: string): string | undefined {
  const path = pathOf(field);
  const last = path.at(-1);
  const list = path.at(-2);
  if (path.at(-3) === 'capabilities' && (list === 'add' || list === 'drop')) return capabilityMeaning(value);
  if (path.at(-3) === 'sysctls' && last === 'name') return sysctlMeaning(value);
  if (group === 'rbac.authorization.k8s.io') {
    if (list === 'verbs') return Object.hasOwn(roleVerbs, value) ? roleVerbs[value] : undefined;
    return list === 'resources' ? meaningOfResource(field, value) : undefined;
  }
  if (kind === 'Namespace' && typeof last === 'string' && last.startsWith(podSecurityPrefix))
    return levelMeanings.get(value);
  if (kind === 'SeccompProfile' && path.at(-4) === 'syscalls' && list === 'names') return systemCallMeaning(value);
  return undefined;
}

/** What a system call does, and what becomes of it by default, in a line of Markdown; undefined for a name that is none. */
export function systemCallMeaning(name: string): string | undefined {
  const does = whatSystemCallDoes(name);
  if (does === undefined) return undefined;
  return isRefusedByDefault(name) ? `${does}. \`RuntimeDefault\` refuses it.` : `${does}.`;
}

function capabilityMeaning(name: string): string | undefined {
  if (name === allCapabilities) return 'Every capability there is.';
  const known = linuxCapabilities.find((capability) => capability.name === name);
  return known && `${known.permits}.`;
}

function sysctlMeaning(name: string): string | undefined {
  const known = linuxSysctls.find((sysctl) => sysctl.name === name);
  return known && `${known.sets}.`;
}

function meaningOfResource(field: Field, name: string): string | undefined {
  const rule = field.parent?.parent;
  const groups = rule ? items(member(rule, 'apiGroups')).flatMap((item) => stringOf(item) ?? []) : [];
  const found = groups
    .flatMap((group) => resourcesOfGroup(group, newestVersion))
    .find((resource) => resource.name === name);
  return found && resourceMeaning(found);
}
