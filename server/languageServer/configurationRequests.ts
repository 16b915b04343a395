import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { offeredVersions, ruleSettings, wordsOf } from '../configuration/configurationKeys';
import { defaultProfile } from '../configuration/effectiveOptions';
import { readConfiguration } from '../configuration/readConfiguration';
import { newConfiguration } from '../features/configuration/newConfiguration';
import { ruleSettingEdits } from '../features/configuration/ruleSetting';
import type { LintOptions } from '../lint/lintOptions';
import {
  configurationChoicesRequest,
  newConfigurationRequest,
  type RuleSettingAnswer,
  type RuleSettingParams,
  ruleSettingRequest,
} from '../protocol/configuration';
import type { ReadableFiles } from '../workspace/files';
import { normalUri, shownUri } from '../workspace/uris';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import { answerRequest } from './messages';

/** What requests about configurations need of a session. */
export interface ConfigurationSession {
  readonly documents: TextDocuments<TextDocument>;
  readonly files: ReadableFiles;
  /** The configuration file that governs a document; undefined where the settings count. */
  readonly governorOf: (uri: string) => Promise<string | undefined>;
  /** What a document is linted with; undefined for one that is excluded. */
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Answers what an editor's commands ask about configurations. */
export function answerConfigurationRequests(connection: Connection, session: ConfigurationSession): void {
  answerRequest(connection, configurationChoicesRequest, () => {
    return { profiles: wordsOf('profile') ?? [], defaultProfile, versions: offeredVersions };
  });

  answerRequest(connection, newConfigurationRequest, newConfiguration);

  answerRequest(connection, ruleSettingRequest, (params) => session.answering(params.uri, () => ruleSetting(params)));

  async function ruleSetting({ uri, rule, setting }: RuleSettingParams): Promise<RuleSettingAnswer> {
    const governor = await session.governorOf(uri);
    const chosen = ruleSettings.find((known) => known === setting);
    if (chosen === undefined) {
      const options = await session.optionsOf(uri);
      const current = options?.rules.find((enabled) => enabled.rule.id === rule)?.severity ?? 'off';
      const words = wordsOf('rule settings') ?? [];
      return {
        outcome: 'choices',
        settings: words.map((word) => ({ ...word, isCurrent: word.word === current })),
        ...(governor !== undefined && { configuration: governor }),
      };
    }
    if (governor === undefined) return { outcome: 'settings' };
    const open = session.documents.all().find((document) => normalUri(document.uri) === governor);
    const read = open ? undefined : await session.files.text(governor);
    if (read?.state === 'unreadable') throw new Error(read.reason);
    const text = open?.getText() ?? (read?.state === 'text' ? read.text : '');
    const file = open?.uri ?? governor;
    const path = shownUri(governor);
    const edits = ruleSettingEdits(text, rule, chosen);
    if (!edits) return { outcome: 'by hand', uri: file, message: `${path} can't be changed: its YAML is broken.` };
    const isOverridden = readConfiguration(text).configuration.overrides.some(({ rules }) => rules.has(rule));
    if (isOverridden) {
      const message = `An override in ${path} sets ${rule} for some files: change it there.`;
      return { outcome: 'by hand', uri: file, message };
    }
    const starts = lineStarts(text);
    return {
      outcome: 'edits',
      uri: file,
      edits: edits.map(({ start, end, newText }) => ({
        start: positionAt(starts, start),
        end: positionAt(starts, end),
        newText,
      })),
    };
  }
}
