import type { Connection } from 'vscode-languageserver';
import { printable } from '../lint/printable';
import { settingsSection } from '../protocol/starting';
import { valueAt } from '../unknownJson';
import type { ClientSkills } from './clientSkills';
import { type DocumentSettings, documentSettings } from './documentSettings';
import { gathered } from './workspace/gathered';

/** The settings of a client: it answers what they are, or sends them when they change. */
export interface ClientSettings extends DocumentSettings {
  /** To be told what a client has sent with a change of its settings. */
  readonly take: (sent: unknown) => void;
}

/**
 * The settings of a client that has said nothing yet.
 *
 * @param onAnswered called when the client has said at last what it failed to say before
 */
export function clientSettings(
  connection: Connection,
  { answersConfiguration }: ClientSkills,
  onAnswered: () => void,
): ClientSettings {
  let pushed: unknown;
  const settings = documentSettings({
    ask: async (uri) =>
      answersConfiguration
        ? connection.workspace.getConfiguration({ ...(uri && { scopeUri: uri }), section: settingsSection })
        : pushed,
    onAnswered: gathered(onAnswered, 50),
    onFailure: (error) =>
      connection.console.warn(printable(`Settings: the editor doesn't tell them: ${String(error)}`)),
    later: setTimeout,
  });
  return {
    ...settings,
    take(sent) {
      pushed = valueAt(sent, settingsSection);
    },
  };
}
