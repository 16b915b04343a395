import { honouredTools } from '../lint/honouredTools';
import { parsePodPath } from '../manifests/kinds/podPath';
import { type WorkloadKind, workloadKind } from '../manifests/kinds/workloadKinds';
import { newestVersion, parseVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { nearestWord } from '../nearestWord';
import { ruleNamed, rules } from '../rules/catalogue';
import { profiles } from '../rules/rule';
import { plainScalarValue } from '../yaml/parsing/scalar';
import { chartsAt } from './chartsAt';
import type { Configuration, ConfigurationProblem, ConfigurationReading, Override, RuleSetting } from './configuration';
import { configurationKeys, overrideKeys } from './configurationKeys';
import { ruleSettings } from './configurationWords';
import { advice, entriesAt, itemsAt, namesOf, type Report, textAt, textsAt, valuesOf, wordAt } from './expectations';
import { globFault } from './globs';
import { describeWritten, type WrittenValue } from './written';

/** For how many wrong words the one that was meant is looked for: where there are more, nobody has mistyped them. */
const mostAdvised = 100;

const ruleIds = rules.map(({ id }) => id);

/**
 * The configuration that is written, as far as it can be meant.
 *
 * @param otherKeys whether keys beside those of a configuration are mistakes, or somebody else's
 */
export function configurationFrom(root: WrittenValue, otherKeys: 'reported' | 'ignored'): ConfigurationReading {
  const problems: ConfigurationProblem[] = [];
  let advised = 0;
  const report: Report = ({ place, range }, message, { isOnlyOurs = false, meant: known, wrong } = {}) => {
    const isAdvised = wrong !== undefined && advised++ < mostAdvised;
    const meant = known ?? (isAdvised ? nearestWord(wrong.word, wrong.legal) : undefined);
    const sentence = wrong ? message + advice(meant, wrong) : message;
    const named = place === '' ? sentence : `${place}: ${sentence}`;
    problems.push({ message: named, ...range, isFormal: !isOnlyOurs, ...(meant !== undefined && { meant }) });
  };
  const written = valuesOf(root, namesOf(configurationKeys), otherKeys, report);
  const configuration: Configuration = {
    profile: wordAt(written.get('profile'), profiles, 'a profile', report),
    kubernetesVersion: versionAt(written.get('kubernetesVersion'), report),
    rules: rulesAt(written.get('rules'), report),
    exclude: globsAt(written.get('exclude'), report),
    overrides: overridesAt(written.get('overrides'), report),
    allowedRegistries: registriesAt(written.get('allowedRegistries'), report),
    workloadKinds: workloadKindsAt(written.get('workloadKinds'), report),
    charts: chartsAt(written.get('charts'), report),
    honour: itemsAt(written.get('honour'), 'a list of linters', report).flatMap(
      (item) => wordAt(item, honouredTools, 'a linter whose silences can count here', report) ?? [],
    ),
    baseline: textAt(written.get('baseline'), 'the path of a file', report) || undefined,
    requireIgnoreReason: isTrueAt(written.get('requireIgnoreReason'), report),
    alone: isTrueAt(written.get('alone'), report),
  };
  return { configuration, problems };
}

function isTrueAt(value: WrittenValue | undefined, report: Report): boolean {
  return wordAt(value, ['true', 'false'], 'true or false', report) === 'true';
}

function versionAt(value: WrittenValue | undefined, report: Report): number | undefined {
  const text = textAt(value, 'a Kubernetes version', report);
  // The setting is an empty text where nobody has set it.
  if (value === undefined || text === undefined || text === '') return undefined;
  const version = parseVersion(text);
  const newest = versionName(newestVersion);
  if (version === undefined) {
    report(value, `${describeWritten(value)} is not a Kubernetes version; write one such as "${newest}"`, {
      isOnlyOurs: true,
    });
  } else if (version > newestVersion) {
    const message = `${versionName(version)} is not known yet; the newest known version is ${newest}, and it is assumed`;
    report(value, message, { isOnlyOurs: true });
    return undefined;
  }
  return version;
}

function rulesAt(value: WrittenValue | undefined, report: Report): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const entry of entriesAt(value, 'a mapping of rules to severities', report)) {
    if (!ruleNamed(entry.name)) {
      report(entry, 'there is no such rule', { wrong: { word: entry.name, legal: ruleIds, areFew: false } });
      continue;
    }
    const setting = ruleSettingAt(entry.value, report);
    if (setting !== undefined) settings.set(entry.name, setting);
  }
  return settings;
}

function ruleSettingAt(value: WrittenValue, report: Report): RuleSetting | undefined {
  const isWord = value.kind === 'text' || value.kind === 'number or boolean';
  if (isWord && value.text !== 'off') {
    const meaning = plainScalarValue(value.text);
    if (meaning.type === 'boolean' && !meaning.value) {
      report(value, `${describeWritten(value)} is not a severity. Did you mean "off"?`, { meant: 'off' });
      return undefined;
    }
  }
  return wordAt(value, ruleSettings, 'a severity', report);
}

function overridesAt(value: WrittenValue | undefined, report: Report): Override[] {
  return itemsAt(value, 'a list of overrides', report).flatMap((item): Override[] => {
    const written = valuesOf(item, namesOf(overrideKeys), 'reported', report);
    const files = globsAt(written.get('files'), report);
    const profile = wordAt(written.get('profile'), profiles, 'a profile', report);
    const rulesHere = rulesAt(written.get('rules'), report);
    if (item.kind !== 'mapping') return [];
    const named = written.get('files');
    if (named === undefined) report(item, 'the key "files" is missing, so nobody knows which files it is for');
    else if (named.kind === 'list' && named.items.length === 0)
      report(named, 'the list is empty, so it is for no file', { isOnlyOurs: true });
    return files.length > 0 ? [{ files, profile, rules: rulesHere }] : [];
  });
}

function globsAt(value: WrittenValue | undefined, report: Report): string[] {
  return textsAt(value, { list: 'a list of globs', item: 'a glob' }, report, (item, glob) => {
    const fault = globFault(glob);
    return fault === undefined ? undefined : `${describeWritten(item)} ${fault}`;
  });
}

function registriesAt(value: WrittenValue | undefined, report: Report): string[] {
  return textsAt(value, { list: 'a list of registries', item: 'a registry' }, report, (item, registry) => {
    if (/^[a-z]+:\/\//i.test(registry)) return `write the registry without "${registry.split('//')[0]}//"`;
    return /^[^\s/]\S*$/.test(registry) ? undefined : `${describeWritten(item)} is not the name of a registry`;
  });
}

function workloadKindsAt(value: WrittenValue | undefined, report: Report): WorkloadKind[] {
  const noun = 'a mapping of kinds to the paths of their pods';
  return entriesAt(value, noun, report).flatMap((entry): WorkloadKind[] => {
    if (!workloadKind(entry.name)) {
      report(entry, 'this is not a kind; write its group and name, such as "example.com/Worker"', {
        isOnlyOurs: true,
      });
      return [];
    }
    const paths = podPathsAt(entry.value, report);
    const kind = paths && workloadKind(entry.name, ...paths);
    return kind ? [kind] : [];
  });
}

/** One path, a list of them, or `off` for none; undefined where one of them can't be meant. */
function podPathsAt(value: WrittenValue, report: Report): string[] | undefined {
  if (value.kind === 'text' && value.text === 'off') return [];
  const written = value.kind === 'list' ? value.items : [value];
  const paths = written.flatMap((item) => {
    const path = textAt(item, 'a path', report);
    if (path === undefined) return [];
    if (plainScalarValue(path).type === 'boolean') {
      report(item, `${describeWritten(item)} is not a path. Did you mean "off"?`, { meant: 'off' });
      return [];
    }
    if (parsePodPath(path)) return [path];
    const message = `${describeWritten(item)} is not a path; write one such as "spec.template" or "spec.templates[*].container"`;
    report(item, message, { isOnlyOurs: true });
    return [];
  });
  return paths.length === written.length ? paths : undefined;
}
