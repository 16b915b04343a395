import { newestVersion, parseVersion, versionName } from '../manifests/kubernetesVersion';
import { type WorkloadKind, workloadKind } from '../manifests/workloadKinds';
import { rules as catalogue } from '../rules/catalogue';
import { type Profile, profiles, severities } from '../rules/rule';
import type { OffsetRange } from '../yaml/lines';
import {
  type Configuration,
  type ConfigurationProblem,
  type ConfigurationReading,
  honouredTools,
  type Override,
  type RuleSetting,
} from './configuration';
import { suggestion } from './nearestWord';
import type { Written, WrittenEntry } from './written';

const ruleSettings: readonly RuleSetting[] = ['off', ...severities];

/** The words a configuration may hold. */
export const configurationKeys = [
  'profile',
  'kubernetesVersion',
  'rules',
  'exclude',
  'overrides',
  'allowedRegistries',
  'workloadKinds',
  'honour',
] as const;

/** Turns what is written into a configuration; what can't be meant becomes a problem and is left out. */
export function validate(written: Written): ConfigurationReading {
  const problems: ConfigurationProblem[] = [];
  const check = checks(problems);
  const entries = check.mapping(written, configurationKeys);
  const find = (key: (typeof configurationKeys)[number]) => entries.findLast((entry) => entry.key === key)?.written;
  const configuration: Configuration = {
    profile: check.profile(find('profile')),
    kubernetesVersion: check.version(find('kubernetesVersion')),
    rules: check.rules(find('rules')),
    exclude: check.globs(find('exclude')),
    overrides: check.list(find('overrides')).map(check.override),
    allowedRegistries: check.words(find('allowedRegistries')).map(({ text }) => text),
    workloadKinds: check.workloadKinds(find('workloadKinds')),
    honour: check.words(find('honour')).flatMap(({ text, item }) => {
      const tool = honouredTools.find((known) => known === text);
      if (!tool) check.unknownWord(item, text, honouredTools);
      return tool ? [tool] : [];
    }),
  };
  return { configuration, problems };
}

function checks(problems: ConfigurationProblem[]) {
  const report = ({ start, end }: OffsetRange, message: string) => {
    problems.push({ message, start, end });
  };
  const named = ({ place }: Written) => (place === '' ? 'The configuration' : `"${place}"`);
  const unknownWord = (written: Written, text: string, legal: readonly string[]) => {
    const near = suggestion(text, legal);
    const choice = near === '' ? `. Write one of ${legal.join(', ')}` : near;
    report(written.range, `${named(written)} can't be "${text}"${choice}`);
  };

  const mapping = (written: Written | undefined, keys?: readonly string[]): readonly WrittenEntry[] => {
    if (!written || written.value.kind === 'nothing') return [];
    if (written.value.kind !== 'mapping') {
      report(written.range, `${named(written)} must be a mapping of keys to values`);
      return [];
    }
    const seen = new Set<string>();
    return written.value.entries.filter(({ key, keyRange, written: member }) => {
      if (seen.has(key)) report(keyRange, `${named(member)} is written twice; the last one counts`);
      seen.add(key);
      if (!keys || keys.includes(key)) return true;
      report(
        keyRange,
        `${named(member)} is not known here${suggestion(key, keys) || `. Known are ${keys.join(', ')}`}`,
      );
      return false;
    });
  };

  const list = (written: Written | undefined): readonly Written[] => {
    if (!written || written.value.kind === 'nothing') return [];
    if (written.value.kind === 'list') return written.value.items;
    report(written.range, `${named(written)} must be a list`);
    return [];
  };

  const word = (written: Written | undefined): string | undefined => {
    if (!written || written.value.kind === 'nothing') return undefined;
    if (written.value.kind === 'word') return written.value.text;
    report(written.range, `${named(written)} must be a single word`);
    return undefined;
  };

  const words = (written: Written | undefined) =>
    list(written).flatMap((item) => {
      const text = word(item);
      return text === undefined || text === '' ? [] : [{ text, item }];
    });

  const globs = (written: Written | undefined): string[] => words(written).map(({ text }) => text);

  const profile = (written: Written | undefined): Profile | undefined => {
    const text = word(written);
    const known = profiles.find((candidate) => candidate === text);
    if (written && text !== undefined && !known) unknownWord(written, text, profiles);
    return known;
  };

  const version = (written: Written | undefined) => {
    const text = word(written);
    if (!written || text === undefined || text === '') return undefined;
    const parsed = parseVersion(text);
    if (parsed === undefined) {
      report(
        written.range,
        `${named(written)} can't be "${text}". Write a version such as ${versionName(newestVersion)}`,
      );
      return undefined;
    }
    if (parsed <= newestVersion) return parsed;
    const newest = versionName(newestVersion);
    report(
      written.range,
      `${named(written)} can't be "${text}": the newest version known here is ${newest}, which is used`,
    );
    return newestVersion;
  };

  const rules = (written: Written | undefined): ReadonlyMap<string, RuleSetting> => {
    const ids = catalogue.map(({ id }) => id);
    const settings = new Map<string, RuleSetting>();
    for (const { key, keyRange, written: member } of mapping(written)) {
      if (!ids.includes(key)) {
        report(keyRange, `${named(member)} is no rule${suggestion(key, ids)}`);
        continue;
      }
      const text = word(member);
      const setting = ruleSettings.find((candidate) => candidate === text);
      if (setting) settings.set(key, setting);
      else if (text !== undefined) unknownWord(member, text, ruleSettings);
    }
    return settings;
  };

  const override = (written: Written): Override => {
    const entries = mapping(written, ['files', 'profile', 'rules']);
    const find = (key: string) => entries.findLast((entry) => entry.key === key)?.written;
    const files = globs(find('files'));
    if (files.length === 0)
      report(written.range, `${named(written)} must name the files it is about: "files: [PATTERN]"`);
    return { files, profile: profile(find('profile')), rules: rules(find('rules')) };
  };

  const workloadKinds = (written: Written | undefined): WorkloadKind[] =>
    mapping(written).flatMap(({ key, keyRange, written: member }) => {
      const path = word(member) ?? '';
      const kind = workloadKind(key, path);
      if (!kind) {
        const example = 'argoproj.io/Rollout: spec.template';
        report(keyRange, `${named(member)} must be a kind with the path to its pod template, such as "${example}"`);
      }
      return kind ? [kind] : [];
    });

  return { mapping, list, words, globs, profile, version, rules, override, workloadKinds, unknownWord };
}
