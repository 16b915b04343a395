import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import type { Path } from '../yaml/field/field';

/** What is written behind a key. */
export type KeyValue =
  | 'profile'
  | 'version'
  | 'rule settings'
  | 'globs'
  | 'overrides'
  | 'registries'
  | 'workload kinds'
  | 'charts'
  | 'chart'
  | 'name'
  | 'values files'
  | 'single values'
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
    name: 'charts',
    value: 'charts',
    what: 'How Helm charts are used: the values, release and namespace that they are rendered with, beside what their own values alone make of them.',
    absent: "each chart's own values alone, and what Argo CD, Flux, kustomize and helmfile say in the same folders",
    example:
      'charts:\n  - chart: charts/shop\n    release: shop\n    namespace: web\n    values: [values.yaml, env/prod.yaml]\n    set: { image.tag: "1.2.3" }',
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

/** The keys of an item of `charts`. */
export const chartKeys = [
  {
    name: 'chart',
    value: 'chart',
    what: 'The charts it is for: their folder, or a glob, from the folder of the configuration.',
    absent: 'must be there',
    example: 'chart: charts/shop',
  },
  {
    name: 'release',
    value: 'name',
    what: 'The name of the release, `.Release.Name` in templates.',
    absent: "the chart's name",
    example: 'release: shop',
  },
  {
    name: 'namespace',
    value: 'name',
    what: 'The namespace of the release.',
    absent: '`default`',
    example: 'namespace: web',
  },
  {
    name: 'values',
    value: 'values files',
    what: "Values files, from the chart's folder. They count over the chart's own values, the later over the earlier.",
    absent: "the chart's own values alone",
    example: 'values: [env/prod.yaml, ../../shared/prod.yaml]',
  },
  {
    name: 'set',
    value: 'single values',
    what: 'Single values, as `--set` of helm takes them.',
    absent: 'none',
    example: 'set: { image.tag: "1.2.3" }',
  },
] as const satisfies readonly ConfigurationKey[];

/** What there is to say about a key, in Markdown. */
export function describeKey({ what, absent, example }: ConfigurationKey): string {
  return `${what}\n\nDefault: ${absent}.\n\n\`\`\`yaml\n${example}\n\`\`\``;
}

/** The keys that may stand in the mapping at a path; undefined where they are no words of ours. */
export function keysIn(path: Path): readonly ConfigurationKey[] | undefined {
  if (path.length === 0) return configurationKeys;
  if (path.length !== 2 || typeof path[1] !== 'number') return undefined;
  if (path[0] === 'charts') return chartKeys;
  return path[0] === 'overrides' ? overrideKeys : undefined;
}

/** The key that stands at a path. */
export function keyAt(path: Path): ConfigurationKey | undefined {
  return keysIn(path.slice(0, -1))?.find(({ name }) => name === path.at(-1));
}
