import { offeredVersions, ruleSettings, wordsOf } from '../configuration/configurationWords';
import { defaultProfile } from '../configuration/effectiveOptions';
import { readConfiguration } from '../configuration/readConfiguration';
import { ruleSettingEdits } from '../editing/configuration/ruleSetting';
import type { ConfigurationChoices, RuleSettingAnswer, RuleSettingParams } from '../protocol/configuration';
import { normalUri, shownUri } from '../workspace/uris';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import type { Session } from './session';

type Setting = (typeof ruleSettings)[number];

/** What there is to choose in a new configuration. */
export function configurationChoices(): ConfigurationChoices {
  return { profiles: wordsOf('profile') ?? [], defaultProfile, versions: offeredVersions };
}

/** Answers how to set a rule for a document, or what there is to choose. */
export async function ruleSetting(
  session: Session,
  { uri, rule, setting }: RuleSettingParams,
): Promise<RuleSettingAnswer> {
  const governor = await session.configurations.governorOf(session.folders.fileOf(uri));
  const chosen = ruleSettings.find((known) => known === setting);
  if (chosen === undefined) return choicesFor(session, { uri, rule, governor });
  return governor === undefined ? { outcome: 'settings' } : settingIn(session, governor, rule, chosen);
}

async function choicesFor(
  { linted }: Session,
  { uri, rule, governor }: { readonly uri: string; readonly rule: string; readonly governor: string | undefined },
): Promise<RuleSettingAnswer> {
  const options = await linted.optionsOf(uri);
  const current = options?.rules.find((enabled) => enabled.rule.id === rule)?.severity ?? 'off';
  const words = wordsOf('rule settings') ?? [];
  return {
    outcome: 'choices',
    settings: words.map((word) => ({ ...word, isCurrent: word.word === current })),
    ...(governor !== undefined && { configuration: governor }),
  };
}

/** How the configuration file that governs says it. */
async function settingIn(
  { documents, files }: Session,
  governor: string,
  rule: string,
  setting: Setting,
): Promise<RuleSettingAnswer> {
  const open = documents.all().find((document) => normalUri(document.uri) === governor);
  const read = open ? undefined : await files.text(governor);
  if (read?.state === 'unreadable') throw new Error(read.reason);
  const text = open?.getText() ?? (read?.state === 'text' ? read.text : '');
  const uri = open?.uri ?? governor;
  const path = shownUri(governor);
  const edits = ruleSettingEdits(text, rule, setting);
  if (!edits) return { outcome: 'by hand', uri, message: `${path} can't be changed: its YAML is broken.` };
  if (readConfiguration(text).configuration.overrides.some(({ rules }) => rules.has(rule))) {
    return { outcome: 'by hand', uri, message: `An override in ${path} sets ${rule} for some files: change it there.` };
  }
  const starts = lineStarts(text);
  const placed = edits.map(({ start, end, newText }) => ({
    start: positionAt(starts, start),
    end: positionAt(starts, end),
    newText,
  }));
  return { outcome: 'edits', uri, edits: placed };
}
