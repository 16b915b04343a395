import { type HonouredTool, honouredTools } from '../lint/honouredTools';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { type Profile, profiles, severities } from '../rules/rule';
import type { RuleSetting } from './configuration';
import type { KeyValue } from './configurationKeys';

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
