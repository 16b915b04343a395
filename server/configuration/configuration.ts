import type { HonouredTool } from '../lint/honouredTools';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import type { MinorVersion } from '../manifests/versions/kubernetesVersion';
import type { Profile, Severity } from '../rules/rule';

/** What a rule is set to: a severity, or off. */
export type RuleSetting = Severity | 'off';

/** Other words for some of the files. */
export interface Override {
  /** Globs, relative to the folder of the configuration. */
  readonly files: readonly string[];
  readonly profile: Profile | undefined;
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** A way in which charts are used. */
export interface ConfiguredChart {
  /** A glob of the charts' folders, relative to the folder of the configuration. */
  readonly chart: string;
  /** Its place in the list of the configuration, from 0. */
  readonly index: number;
  readonly release: string | undefined;
  readonly namespace: string | undefined;
  /** Values files in their order, from the chart's folder with `/`. */
  readonly values: readonly string[];
  /** What `--set` would say. */
  readonly set: readonly string[];
}

/** What a team or a user has decided; what nobody decided is undefined or empty. */
export interface Configuration {
  readonly profile: Profile | undefined;
  readonly kubernetesVersion: MinorVersion | undefined;
  /** Rule id to setting. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Globs of files that are not linted, relative to the folder of the configuration. */
  readonly exclude: readonly string[];
  /** Later ones win over earlier ones, and all of them over the words above. */
  readonly overrides: readonly Override[];
  readonly allowedRegistries: readonly string[];
  /** Kinds with a pod template beside those that are known anyway. */
  readonly workloadKinds: readonly WorkloadKind[];
  /** The ways in which charts are used, beside that with their own values alone. */
  readonly charts: readonly ConfiguredChart[];
  readonly honour: readonly HonouredTool[];
  /** The file of findings that are kept quiet, relative to the folder of the configuration. */
  readonly baseline: string | undefined;
  /** Whether silences have to say why. */
  readonly requireIgnoreReason: boolean;
  /** Whether each file is judged by itself, whatever stands in others. */
  readonly alone: boolean;
}

/** The configuration of those who have none. */
export const emptyConfiguration: Configuration = {
  profile: undefined,
  kubernetesVersion: undefined,
  rules: new Map(),
  exclude: [],
  overrides: [],
  allowedRegistries: [],
  workloadKinds: [],
  charts: [],
  honour: [],
  baseline: undefined,
  requireIgnoreReason: false,
  alone: false,
};

/** Something in a configuration that can't be meant: it is left out, and the rest counts. */
export interface ConfigurationProblem {
  /** What is wrong, where, and the nearest legal word. */
  readonly message: string;
  /** UTF-16 offsets in the text of the configuration; zero for settings, which have no text. */
  readonly start: number;
  readonly end: number;
  /** True for what the JSON schema of configurations says as well, or any reader of YAML. */
  readonly isFormal: boolean;
  /** The legal word that was probably meant by what stands there. */
  readonly meant?: string | undefined;
}

/** A configuration as far as it can be understood, and what could not. */
export interface ConfigurationReading {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}
