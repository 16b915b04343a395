/** The settings of a client, as they are for its documents. */
export interface DocumentSettings {
  /**
   * The settings under `seaworthy.` for a document, or for the window. Undefined while the client fails to say: it is asked
   * again until it does.
   */
  readonly of: (uri?: string) => Promise<unknown>;
  /** To be called when the settings have changed. */
  readonly forget: () => void;
}

/** What settings are asked for with. */
export interface SettingsSources {
  readonly ask: (uri: string | undefined) => Promise<unknown>;
  /** The client has said at last what it failed to say before. */
  readonly onAnswered: () => void;
  /** Told why the client fails, once until it answers. */
  readonly onFailure: (error: unknown) => void;
  /** Does something after some milliseconds. */
  readonly later: (task: () => void, milliseconds: number) => void;
}

/** How long to wait until a client is asked again, in milliseconds: longer with each time that it fails. */
const firstWait = 100;
const longestWait = 30_000;

/** The settings of a client that has been asked nothing yet. */
export function documentSettings({ ask, onAnswered, onFailure, later }: SettingsSources): DocumentSettings {
  let answers = new Map<string | undefined, Promise<unknown>>();
  let hasFailed = false;

  const askAgain = (uri: string | undefined, wait: number, asked: typeof answers) =>
    later(async () => {
      if (answers !== asked) return;
      try {
        const settings = await ask(uri);
        if (answers !== asked) return;
        answers.set(uri, Promise.resolve(settings));
        hasFailed = false;
        onAnswered();
      } catch {
        askAgain(uri, Math.min(2 * wait, longestWait), asked);
      }
    }, wait);

  const answerFor = async (uri: string | undefined, asked: typeof answers): Promise<unknown> => {
    try {
      return await ask(uri);
    } catch (error) {
      if (!hasFailed) onFailure(error);
      hasFailed = true;
      askAgain(uri, firstWait, asked);
      return undefined;
    }
  };

  return {
    of(uri) {
      const known = answers.get(uri) ?? answerFor(uri, answers);
      answers.set(uri, known);
      return known;
    },
    forget() {
      answers = new Map();
    },
  };
}
