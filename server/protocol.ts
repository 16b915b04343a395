/** What the client tells the server when it starts it; every part may be missing. */
export interface InitializationOptions {
  /** False where another extension reports faults of YAML itself. */
  readonly reportsSyntax?: boolean;
}

/** The section of the settings that the server reads. */
export const settingsSection = 'seaworthy';

/** The name of the configuration file. */
export const configurationFile = '.seaworthy.yaml';
