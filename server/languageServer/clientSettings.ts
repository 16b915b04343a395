import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { printable } from '../lint/printable';
import { settingsSection } from '../protocol/starting';
import type { ClientSkills } from './capabilities';
import { type DocumentSettings, documentSettings } from './documentSettings';
import { gathered } from './workspace/gathered';

/** Who wants to know of settings. */
export interface SettingsListener {
  /** Undefined before the client has said hello. */
  readonly skills: () => ClientSkills | undefined;
  /** The client has said at last what it failed to say before. */
  readonly onAnswered: () => void;
  /** The settings may be others than before. */
  readonly onChanged: () => void;
}

/** The settings of a client: it answers what they are, or sends them when they change. */
export function clientSettings(connection: Connection, listener: SettingsListener): DocumentSettings {
  let pushed: unknown;
  connection.onDidChangeConfiguration(({ settings }) => {
    const all: unknown = settings;
    pushed = typeof all === 'object' && all !== null ? Reflect.get(all, settingsSection) : undefined;
    listener.onChanged();
  });
  return documentSettings({
    ask: async (uri) =>
      listener.skills()?.answersConfiguration
        ? connection.workspace.getConfiguration({ ...(uri && { scopeUri: uri }), section: settingsSection })
        : pushed,
    onAnswered: gathered(listener.onAnswered, 50),
    onFailure: (error) =>
      connection.console.warn(printable(`Settings: the editor doesn't tell them: ${String(error)}`)),
    later: (task, milliseconds) => setTimeout(task, milliseconds),
  });
}

/** Has a client tell when its settings change, if it can be asked to. */
export function followSettings(connection: Connection, { registersConfiguration }: ClientSkills): void {
  if (!registersConfiguration) return;
  void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
}
