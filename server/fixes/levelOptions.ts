import type { LintOptions } from '../lint/lintOptions';
import { readOnce } from '../readOnce';
import { type PodSecurityLevel, podSecurityRules } from '../rules/podSecurityFaults';
import { type HardenLevel, isOfLevel } from './hardening';

/** Every rule that a level of the Pod Security Standards has, whichever are switched on. */
export const withPodSecurity = byLevel(
  (level: PodSecurityLevel, options): LintOptions => ({
    ...options,
    rules: podSecurityRules(level).map((rule) => ({ rule, severity: rule.severity })),
  }),
);

/** The rules of a level alone, as far as they are switched on. */
export const within = byLevel(
  (level: HardenLevel, options): LintOptions => ({
    ...options,
    rules: options.rules.filter(({ rule }) => isOfLevel(rule.profile, level)),
  }),
);

/** Made once for each level of some options: texts share what was read of them as long as their options are the same. */
function byLevel<Level>(make: (level: Level, options: LintOptions) => LintOptions) {
  const known = readOnce((_options: LintOptions) => new Map<Level, LintOptions>());
  return (level: Level, options: LintOptions): LintOptions => {
    const made = known(options).get(level) ?? make(level, options);
    known(options).set(level, made);
    return made;
  };
}
