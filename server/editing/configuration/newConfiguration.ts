import { type ConfigurationKey, configurationKeys } from '../../configuration/configurationKeys';
import type { NewConfigurationParams } from '../../protocol/configuration';

const introduction = `# What Seaworthy checks in this folder and below, for the editor and the command line alike.
# A file is governed by the nearest .seaworthy.yaml upwards, as a whole. Lines behind "#" are examples.
`;

/** The text of a new configuration: the choices that were made, and every other key as a comment with its default. */
export function newConfiguration({ profile, kubernetesVersion }: NewConfigurationParams): string {
  const chosen: Readonly<Record<string, string>> = {
    profile: `profile: ${profile}`,
    ...(kubernetesVersion !== undefined && {
      kubernetesVersion: `kubernetesVersion: ${JSON.stringify(kubernetesVersion)}`,
    }),
  };
  return [introduction, ...configurationKeys.map((key) => sectionOf(key, chosen[key.name]))].join('\n');
}

function sectionOf({ what, absent, example }: ConfigurationKey, chosen: string | undefined): string {
  const about = [what, `Default: ${absent}.`].join(' ').replaceAll('`', '');
  return `${commented(about)}${chosen === undefined ? commented(example) : `${chosen}\n`}`;
}

function commented(text: string): string {
  return text.replace(/^/gm, '# ').replace(/$/, '\n');
}
