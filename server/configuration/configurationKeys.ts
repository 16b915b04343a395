import { type HonouredTool, honouredTools } from '../lint/honouredTools';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { type Profile, profiles, severities } from '../rules/rule';
import type { Path } from '../yaml/field/field';
import type { RuleSetting } from './configuration';

/** What is written behind a key. */
export type KeyValue =
  | 'profile'
  | 'version'
  | 'rule settings'
  | 'globs'
  | 'overrides'
  | 'registries'
  | 'workload kinds'
  | 'tools'
  | 'path'
  | 'true or false';

/** What there is to say about a key. */
export interface ConfigurationKey {
  readonly name: string;
  readonly value: KeyValue;
  /** What it decides. Markdown. */
  readonly what: string;
  /** What counts where it is missing. Markdown. */
  readonly absent: string;
  /** How it is written: one or a few lines of YAML. */
  readonly example: string;
}

/** The keys of a configuration, in the order in which people write them. */
export const configurationKeys = [
  {
    name: 'profile',
    value: 'profile',
    what: 'Which rules are checked. Each profile holds the ones before it.',
    absent: '`recommended`',
    example: 'profile: restricted',
  },
  {
    name: 'kubernetesVersion',
    value: 'version',
    what: 'The version of the cluster that the manifests are for, in quotes.',
    absent: `the newest known version, \`${versionName(newestVersion)}\``,
    example: 'kubernetesVersion: "1.34"',
  },
  {
    name: 'rules',
    value: 'rule settings',
    what: 'Severity of single rules, or `off`. A rule with a severity is checked in any profile.',
    absent: "the profile's rules with their own severities",
    example: 'rules:\n  host-port: warning\n  image-digest: off',
  },
  {
    name: 'exclude',
    value: 'globs',
    what: 'Files that are not checked, as globs from the folder of the configuration.',
    absent: 'every file is checked',
    example: 'exclude:\n  - vendor/\n  - "*.generated.yaml"',
  },
  {
    name: 'overrides',
    value: 'overrides',
    what: 'Another profile or other severities for some of the files. Later overrides win.',
    absent: 'none',
    example: 'overrides:\n  - files: [agents/**]\n    rules:\n      host-path-volume: off',
  },
  {
    name: 'allowedRegistries',
    value: 'registries',
    what: 'Registries that images may come from, or paths on them. `*.example.com` means every name below it.',
    absent: 'any registry',
    example: 'allowedRegistries:\n  - ghcr.io\n  - docker.io/library',
  },
  {
    name: 'workloadKinds',
    value: 'workload kinds',
    what: 'Custom kinds that make pods, and the path to them, or several: to a pod template, a pod spec, a list of containers or one container. `[*]` leads through the items of a list, `*` through the values of a mapping. What is said of a kind counts instead of what is known of it; `off` stands for no pods.',
    absent: "Kubernetes' own workloads and those of Argo, Tekton, Knative, OpenShift, Prometheus and other projects",
    example:
      'workloadKinds:\n  example.com/Worker: spec.template\n  example.com/Pipeline: [spec.setup, "spec.stages[*].container"]\n  argoproj.io/Workflow: off',
  },
  {
    name: 'honour',
    value: 'tools',
    what: 'Linters whose silences count here too.',
    absent: "only Seaworthy's own silences count",
    example: 'honour: [kube-linter, trivy]',
  },
  {
    name: 'alone',
    value: 'true or false',
    what: 'Whether each file is judged by itself, as if there were no others: for folders of examples, or of manifests that never meet.',
    absent: '`false`: files are judged among all others that this configuration governs',
    example: 'alone: true',
  },
  {
    name: 'baseline',
    value: 'path',
    what: 'The file of findings that are kept quiet. `seaworthy lint --write-baseline` writes it.',
    absent: 'every finding is told',
    example: 'baseline: .seaworthy-baseline.json',
  },
  {
    name: 'requireIgnoreReason',
    value: 'true or false',
    what: 'Whether a silence counts only if it says why: `# seaworthy-ignore host-port -- the load balancer asks for it`.',
    absent: '`false`',
    example: 'requireIgnoreReason: true',
  },
] as const satisfies readonly ConfigurationKey[];

/** The keys of an item of `overrides`. */
export const overrideKeys = [
  {
    name: 'files',
    value: 'globs',
    what: 'The files it is for, as globs from the folder of the configuration.',
    absent: 'must be there',
    example: 'files: [agents/**]',
  },
  {
    name: 'profile',
    value: 'profile',
    what: 'Which rules are checked in these files.',
    absent: 'the profile of all files',
    example: 'profile: baseline',
  },
  {
    name: 'rules',
    value: 'rule settings',
    what: 'Severity of single rules in these files, or `off`.',
    absent: 'as for all files',
    example: 'rules:\n  host-path-volume: off',
  },
] as const satisfies readonly ConfigurationKey[];

/** What there is to say about a key, in Markdown. */
export function describeKey({ what, absent, example }: ConfigurationKey): string {
  return `${what}\n\nDefault: ${absent}.\n\n\`\`\`yaml\n${example}\n\`\`\``;
}

/** The keys that may stand in the mapping at a path; undefined where they are no words of ours. */
export function keysIn(path: Path): readonly ConfigurationKey[] | undefined {
  if (path.length === 0) return configurationKeys;
  return path.length === 2 && path[0] === 'overrides' && typeof path[1] === 'number' ? overrideKeys : undefined;
}

/** The key that stands at a path. */
export function keyAt(path: Path): ConfigurationKey | undefined {
  return keysIn(path.slice(0, -1))?.find(({ name }) => name === path.at(-1));
}

/** A word that may be written, with what it means. */
export interface ConfigurationWord {
  readonly word: string;
  readonly meaning: string;
}

const profileMeanings: Readonly<Record<Profile, string>> = {
  baseline: "The Pod Security Standards' baseline: what hands over the node.",
  restricted: "The Pod Security Standards' restricted level: hardened pods.",
  recommended: 'Restricted, and the practices that most teams want.',
  all: 'Every rule.',
};

const settingMeanings: Readonly<Record<RuleSetting, string>> = {
  off: 'Not checked.',
  hint: 'Three dots below the text; not in the list of problems.',
  information: 'Told as information.',
  warning: 'Told as a warning; the command line fails.',
  error: 'Told as an error; the command line fails.',
};

const toolMeanings: Readonly<Record<HonouredTool, string>> = {
  'kube-linter': 'Annotations `ignore-check.kube-linter.io/CHECK`.',
  checkov: 'Annotations `checkov.io/skipN: CHECK=reason`.',
  'kube-score': 'Annotations `kube-score/ignore`.',
  polaris: 'Annotations `polaris.fairwinds.com/CHECK-exempt`.',
  trivy: 'Comments `trivy:ignore:CHECK`.',
};

/** What a rule can be set to. */
export const ruleSettings: readonly RuleSetting[] = ['off', ...severities.toReversed()];

/** What each word means, for values that are words; undefined for others. */
export function wordsOf(value: KeyValue): readonly ConfigurationWord[] | undefined {
  switch (value) {
    case 'profile':
      return profiles.map((word) => ({ word, meaning: profileMeanings[word] }));
    case 'rule settings':
      return ruleSettings.map((word) => ({ word, meaning: settingMeanings[word] }));
    case 'tools':
      return honouredTools.map((word) => ({ word, meaning: toolMeanings[word] }));
    default:
      return undefined;
  }
}

/** The oldest version that is offered; older ones can be written. */
const oldestOffered = 28;

/** The versions that are offered, newest first. */
export const offeredVersions: readonly string[] = Array.from({ length: newestVersion - oldestOffered + 1 }, (_, age) =>
  versionName(newestVersion - age),
);
