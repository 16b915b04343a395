import type { FilesBelow } from '../../workspace/filesBelow';

/** What answers about a configuration may depend on beside its text. */
export interface ConfigurationContext {
  /** True where another extension says what the schema of configurations says. */
  readonly hasSchemas: boolean;
  /** Where the client shows rules, see `rulePage`. */
  readonly rulePages: string | undefined;
  /** The client's command that asks for completions again, if it has one. */
  readonly asksAgain: string | undefined;
  /** The files that the configuration may govern, by their paths from its folder; undefined where there is no folder. */
  readonly filesBelow: () => Promise<FilesBelow | undefined>;
  /** Why a baseline that the configuration names can't be read, as goes on from its name. */
  readonly baselineFault: (named: string) => Promise<string | undefined>;
  /** The registries of images in open manifests. */
  readonly registries: () => readonly string[];
}
