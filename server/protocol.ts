/** What the client tells the server when it starts it; every part may be missing. */
export interface InitializationOptions {
  /** False where another extension reports faults of YAML itself. */
  readonly reportsSyntax?: boolean;
  /** True for a client that has the commands which actions name. */
  readonly hasCommands?: boolean;
}

/** The client's command that shows what an action has left to decide; its argument is a `LeftToDecide`. */
export const showLeftCommand = 'seaworthy.showLeftToDecide';

/** What an action has left for the user to decide. */
export interface LeftToDecide {
  /** What was done. */
  readonly title: string;
  readonly left: readonly { readonly rule: string; readonly message: string }[];
}

/** The section of the settings that the server reads. */
export const settingsSection = 'seaworthy';

/** The name of the configuration file. */
export const configurationFile = '.seaworthy.yaml';
