import type { Power } from '../../manifests/rbac/power';
import { powers } from '../../manifests/rbac/powers';
import { type RoleResource, resourcesOfGroup, subresourceMeanings } from '../../manifests/rbac/resources';
import { roleVerbs } from '../../manifests/rbac/roleVerbs';
import { servedGroups, servedKinds } from '../../manifests/versions/apiVersions/servedApi';
import { listedValues } from '../../yaml/typing/flowOutline';
import { childNamed } from '../../yaml/typing/outline';
import { isAt, type OfferedValue, type TypedField, type ValueContext, type ValueSource } from './offeredValue';

/** What the rules of a role name: verbs, API groups, and the resources of the groups that stand beside them. */
export const roleValues: ValueSource = (field, context) => {
  if (field.kind !== 'Role' && field.kind !== 'ClusterRole') return undefined;
  if (isAt(field, 'object', 'rules.[].verbs.[]')) return verbs();
  if (isAt(field, 'object', 'rules.[].apiGroups.[]')) return groups(context);
  return isAt(field, 'object', 'rules.[].resources.[]') ? resources(field, context) : undefined;
};

const readingVerbs: readonly string[] = ['get', 'list', 'watch'];
const limitLifting: readonly string[] = ['escalate', 'bind', 'impersonate'];

function verbs(): OfferedValue[] {
  return Object.entries(roleVerbs).map(([value, documentation]) => ({ value, documentation, note: noteOfVerb(value) }));
}

function noteOfVerb(verb: string): string {
  if (verb === '*') return 'Everything';
  if (readingVerbs.includes(verb)) return 'Reads';
  if (limitLifting.includes(verb)) return 'Lifts the limits of RBAC';
  return ['approve', 'sign', 'use'].includes(verb) ? 'Special' : 'Writes';
}

function groups({ kubernetesVersion }: ValueContext): OfferedValue[] {
  const offered = servedGroups(kubernetesVersion).map((group): OfferedValue => {
    const kinds = servedKinds(group, kubernetesVersion);
    const shown = group === '' ? ['Pod', 'Service', 'ConfigMap', 'Secret'] : kinds.slice(0, 4);
    const more = kinds.length > shown.length ? ' …' : '';
    return {
      value: group,
      documentation: `${shown.join(', ')}${more}`,
      is: 'name',
      ...(group === '' && { note: 'Core: Pods, Secrets …' }),
    };
  });
  return [
    ...offered,
    { value: '*', note: 'Everything', documentation: 'Every group, those of later releases and custom resources too.' },
  ];
}

function resources(field: TypedField, { kubernetesVersion }: ValueContext): OfferedValue[] {
  const rule = field.node.parent?.parent;
  const named = listedValues(rule && childNamed(rule, 'apiGroups'));
  const isEvery = named.length === 0 || named.includes('*');
  const groupsOfRule = isEvery ? servedGroups(kubernetesVersion) : named;
  const found = groupsOfRule
    .flatMap((group) => resourcesOfGroup(group, kubernetesVersion))
    .filter(({ isNamespaced }) => isNamespaced || field.kind === 'ClusterRole');
  const offered = found.map((resource) => offeredResource(resource, isEvery));
  const all = { value: '*', note: 'Everything', documentation: 'Every resource of the groups, Secrets included.' };
  return [...offered, all];
}

function offeredResource(resource: RoleResource, tellsGroup: boolean): OfferedValue {
  const note = tellsGroup ? resource.group || 'core' : powerOver(resource) && 'Leads further';
  return {
    value: resource.name,
    documentation: resourceMeaning(resource),
    is: 'name',
    ...(note !== undefined && { note }),
  };
}

/** What a resource is, and how far it leads, in Markdown. */
export function resourceMeaning(resource: RoleResource): string {
  const power = powerOver(resource);
  const scope = resource.isNamespaced ? '' : ' It belongs to no namespace.';
  const where = resource.group === '' ? 'the core group' : `\`${resource.group}\``;
  const verbsOfPower = power?.permissions.find(({ resource: name }) => name === resource.name)?.verbs ?? [];
  const warning = power ? `\n\nWith ${inWords(verbsOfPower)} one may **${power.may}**.` : '';
  const subresource = subresourceMeanings[resource.name.split('/')[1] ?? ''];
  return `${subresource ?? `${resource.kind} of ${where}.${scope}`}${warning}`;
}

/** The first power that some verb on a resource gives. */
function powerOver({ group, name }: RoleResource): Power | undefined {
  return powers.find(({ permissions }) =>
    permissions.some((permission) => permission.group === group && permission.resource === name),
  );
}

function inWords(verbsOfPower: readonly string[]): string {
  return verbsOfPower
    .map((verb) => `\`${verb}\``)
    .join(', ')
    .replace(/, ([^,]+)$/, ' or $1');
}
