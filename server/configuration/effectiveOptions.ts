import type { EnabledRule } from '../lint/enabledRule';
import type { LintOptions } from '../lint/lintOptions';
import { customWorkloadKinds } from '../manifests/kinds/customWorkloadKinds';
import { builtInWorkloadKinds, type WorkloadKind } from '../manifests/kinds/workloadKinds';
import { type MinorVersion, newestVersion } from '../manifests/versions/kubernetesVersion';
import { readOnce } from '../readOnce';
import { rules } from '../rules/catalogue';
import { type Profile, profiles } from '../rules/rule';
import { yamlSyntax } from '../rules/yamlSyntax';
import type { Configuration, Override, RuleSetting } from './configuration';
import { matcherOf, type PathMatcher } from './globs';

/** What was said on the command line, or by a program: it beats every configuration. */
export interface Overruling {
  readonly profile?: Profile | undefined;
  readonly kubernetesVersion?: MinorVersion | undefined;
  /** Rule id to setting. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** Whether each file is judged by itself. */
  readonly alone?: boolean;
}

/** Whether a file is linted, and what for. */
export type FileOptions = { readonly state: 'excluded' } | { readonly state: 'linted'; readonly options: LintOptions };

/** What whoever lints adds to a configuration. */
export interface OptionsContext {
  readonly overruling?: Overruling;
  /** False where somebody else reports faults of YAML itself. */
  readonly reportsSyntax: boolean;
  readonly checksEveryDocument: boolean;
  /** See `LintOptions`; likewise the next one. */
  readonly isPatch?: boolean;
  readonly mayGainKeys?: boolean;
}

/** The profile of those who choose none. */
export const defaultProfile: Profile = 'recommended';

/**
 * What a file is linted for. Equal options of the same configuration are one and the same object, since texts that
 * are linted with the same options share what is known of them.
 *
 * @param relativePath `/` between folders, relative to the configuration's folder
 */
export function optionsFor(
  configuration: Configuration,
  relativePath: string,
  { overruling, reportsSyntax, checksEveryDocument, isPatch = false, mayGainKeys = false }: OptionsContext,
): FileOptions {
  const prepared = preparedFor(configuration);
  if (prepared.isExcluded(relativePath)) return excluded;
  const overrides = overridesFor(prepared, relativePath);
  const profile = overruling?.profile ?? profileAmong(configuration, overrides);
  const kubernetesVersion = overruling?.kubernetesVersion ?? configuration.kubernetesVersion ?? newestVersion;
  const overruled = [...(overruling?.rules ?? [])];
  const decision = [
    profile,
    kubernetesVersion,
    reportsSyntax,
    checksEveryDocument,
    isPatch,
    mayGainKeys,
    ...overruled.map(([id, setting]) => `${id}=${setting}`),
    ...overrides.map(({ index }) => index),
  ].join();
  const known = prepared.decided.get(decision);
  if (known) return known;
  const words = [configuration, ...overrides.map(({ override }) => override)];
  const settings = new Map([...words.flatMap((said) => [...said.rules]), ...overruled]);
  const enabled = enabledRules(profile, settings, reportsSyntax);
  const severities = enabled.map(
    ({ rule, severity, isSeverityChosen }) => `${rule.id}=${severity}${isSeverityChosen ? '!' : ''}`,
  );
  const key = [kubernetesVersion, checksEveryDocument, isPatch, mayGainKeys, ...severities].join();
  const { workloadKinds } = prepared;
  const { allowedRegistries } = configuration;
  const options: FileOptions = prepared.shared.get(key) ?? {
    state: 'linted',
    options: {
      rules: enabled,
      kubernetesVersion,
      allowedRegistries,
      workloadKinds,
      checksEveryDocument,
      isPatch,
      mayGainKeys,
      honoured: configuration.honour,
      requiresReasons: configuration.requireIgnoreReason,
    },
  };
  prepared.shared.set(key, options);
  prepared.decided.set(decision, options);
  return options;
}

/** True for a file that a configuration excludes, named as for `optionsFor`. */
export function isExcluded(configuration: Configuration, relativePath: string): boolean {
  return preparedFor(configuration).isExcluded(relativePath);
}

/** The profile that a configuration chooses for a file, named as for `optionsFor`. */
export function profileFor(configuration: Configuration, relativePath: string): Profile {
  return profileAmong(configuration, overridesFor(preparedFor(configuration), relativePath));
}

function overridesFor({ overrides }: Prepared, relativePath: string): PreparedOverride[] {
  return overrides.filter(({ matches }) => matches(relativePath));
}

function profileAmong(configuration: Configuration, overrides: readonly PreparedOverride[]): Profile {
  const chosen = overrides.findLast(({ override }) => override.profile !== undefined)?.override.profile;
  return chosen ?? configuration.profile ?? defaultProfile;
}

const excluded: FileOptions = { state: 'excluded' };

/** The rules of a profile, but for what the settings say; a rule that they give a severity is on in any profile. */
function enabledRules(
  profile: Profile,
  settings: ReadonlyMap<string, RuleSetting>,
  reportsSyntax: boolean,
): EnabledRule[] {
  return rules.flatMap((rule): EnabledRule[] => {
    if (rule === yamlSyntax && !reportsSyntax) return [];
    const isInProfile = profiles.indexOf(rule.profile) <= profiles.indexOf(profile);
    const chosen = settings.get(rule.id);
    if (chosen === 'off') return [];
    if (chosen !== undefined) return [{ rule, severity: chosen, isSeverityChosen: true }];
    return isInProfile ? [{ rule, severity: rule.severity }] : [];
  });
}

interface PreparedOverride {
  readonly index: number;
  readonly matches: PathMatcher;
  readonly override: Override;
}

/** What is worked out once for a configuration, however many files it is for. */
interface Prepared {
  readonly isExcluded: PathMatcher;
  readonly overrides: readonly PreparedOverride[];
  readonly workloadKinds: readonly WorkloadKind[];
  /** Options by what they hold: decisions that come to the same share one. */
  readonly shared: Map<string, FileOptions>;
  /** Options by what led to them, so that most files need no more than their globs matched. */
  readonly decided: Map<string, FileOptions>;
}

const preparedFor = readOnce(
  ({ exclude, overrides, workloadKinds }: Configuration): Prepared => ({
    isExcluded: matcherOf(exclude),
    overrides: overrides.map((override, index) => ({ index, matches: matcherOf(override.files), override })),
    workloadKinds: knownWorkloadKinds(workloadKinds),
    shared: new Map(),
    decided: new Map(),
  }),
);

/** All kinds that make pods. Where the configuration has a word on one, that tells where its pods stand; what is known of such pods stays. */
function knownWorkloadKinds(own: readonly WorkloadKind[]): WorkloadKind[] {
  const nameOf = ({ group, kind }: WorkloadKind) => `${group}/${kind}`;
  const kinds = new Map<string, WorkloadKind>(
    [...builtInWorkloadKinds, ...customWorkloadKinds].map((known) => [nameOf(known), known]),
  );
  for (const named of own) {
    const { absence } = kinds.get(nameOf(named)) ?? named;
    kinds.set(nameOf(named), { ...named, absence });
  }
  return [...kinds.values()];
}
