import { podSecurityModes, podSecurityPrefix } from '../../manifests/podSecurity/podSecurityLabels';
import { newestVersion, versionName } from '../../manifests/versions/kubernetesVersion';
import { isAt, type OfferedValue, type ValueSource } from './offeredValue';

/** The levels that a Namespace's labels can name, and the releases whose rules count. */
export const podSecurityValues: ValueSource = (field, { kubernetesVersion }) => {
  const [, , label = ''] = field.path;
  if (field.kind !== 'Namespace' || !isAt(field, 'object', `metadata.labels.${label}`)) return undefined;
  const mode = label.startsWith(podSecurityPrefix) ? label.slice(podSecurityPrefix.length) : '';
  if (podSecurityModes.some((known) => known === mode)) return levels;
  if (podSecurityModes.some((known) => `${known}-version` === mode)) return versions(kubernetesVersion);
  return undefined;
};

const levels: readonly OfferedValue[] = [
  {
    value: 'restricted',
    note: 'Hardened pods',
    documentation:
      'Asks for a user that is not root, no privilege escalation, dropped capabilities and a seccomp profile.',
    is: 'choice',
  },
  {
    value: 'baseline',
    note: 'Known escapes refused',
    documentation:
      'Refuses what hands over the node: privileged containers, host namespaces, host paths and their like.',
    is: 'choice',
  },
  { value: 'privileged', note: 'No limits', documentation: 'Refuses nothing.', is: 'choice' },
];

/** What each level asks for, by its name. */
export const levelMeanings: ReadonlyMap<string, string> = new Map(
  levels.map(({ value, documentation }) => [String(value), documentation ?? '']),
);

function versions(current: number): OfferedValue[] {
  const oldest = 24;
  const releases = Array.from({ length: newestVersion - oldest + 1 }, (_, index) => newestVersion - index);
  return [
    { value: `v${versionName(current)}`, note: 'What is checked here', is: 'choice' },
    { value: 'latest', documentation: "The rules of the cluster's own release, whichever it runs.", is: 'choice' },
    ...releases
      .filter((release) => release !== current)
      .map((release): OfferedValue => ({ value: `v${versionName(release)}`, is: 'choice' })),
  ];
}
