import { lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';
import { type PodSecurityLevel, podSecurityRules } from '../../server/rules/podSecurityFaults';
import type { Rule } from '../../server/rules/rule';
import { optionsWith } from '../unit/lint/linting';
import { restrictedControls } from './policyChanges';

/** The controls of the Pod Security Standards that a manifest violates, by what is found in it. */
export function foundControls(manifest: string, level: PodSecurityLevel, version: number): string[] {
  return controlsOfRules(foundRules(manifest, level, version), level, version);
}

/** The rules of a level that find something in a manifest. */
export function foundRules(manifest: string, level: PodSecurityLevel, version: number): Rule[] {
  const { documents } = lint(manifest, optionsOf(level, version));
  return documents.flatMap(({ document }) => document.findings.map(({ rule }) => rule));
}

/** The controls of the Pod Security Standards that the rules which find something stand for. */
export function controlsOfRules(found: readonly Rule[], level: PodSecurityLevel, version: number): string[] {
  if (level === 'baseline') return [...new Set(found.flatMap((rule) => controlsOf(rule, level)))].sort();
  // A rule of the baseline level names the control that stands in for its own, which an old version may not have yet.
  const known = restrictedControls.filter(({ from }) => version >= from).map(({ control }) => control);
  return unreplaced(
    found.flatMap((rule) => [
      ...controlsOf(rule, 'baseline'),
      ...controlsOf(rule, 'restricted').filter((control) => known.includes(control) || rule.profile === 'restricted'),
    ]),
    version,
  );
}

/** The controls of a level that a rule belongs to, as the names of Kubernetes' test pods write them. */
export function controlsOf(rule: Rule, level: PodSecurityLevel): string[] {
  return rule.standards.flatMap((standard) =>
    standard.startsWith(`pss:${level}:`) ? [standard.slice(`pss:${level}:`.length).toLowerCase()] : [],
  );
}

/** At the restricted level a check stands in for that of the baseline level that asks for less. */
export function unreplaced(controls: readonly string[], version: number): string[] {
  const replaced = restrictedControls.filter(({ from }) => version >= from).map(({ replaces }) => replaces);
  return [...new Set(controls.filter((control) => !replaced.includes(control)))].sort();
}

const known = new Map<string, LintOptions>();

/** What is worked out of options is kept with them. */
function optionsOf(level: PodSecurityLevel, version: number): LintOptions {
  const name = `${level} ${version}`;
  const options = known.get(name) ?? { ...optionsWith(podSecurityRules(level)), kubernetesVersion: version };
  known.set(name, options);
  return options;
}
