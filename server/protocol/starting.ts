/** What the client tells the server when it starts it; every part may be missing. */
export interface InitializationOptions {
  /** False where another extension reports faults of YAML itself. */
  readonly reportsSyntax?: boolean;
  /** False where Microsoft's Kubernetes extension warns of missing resource limits. */
  readonly reportsLimits?: boolean;
  /** True where another extension completes what the schemas of Kubernetes say: true and false, and the names of fields. */
  readonly hasSchemas?: boolean;
  /**
   * False where another extension explains and offers functions, and values from the chart's root on, in what it takes for
   * the language `helm`, as Microsoft's Kubernetes extension does.
   */
  readonly explainsFunctions?: boolean;
  /** False where another extension explains and offers all that stands in templates, as Helm's language server does. */
  readonly explainsTemplates?: boolean;
  /** False for a client that tells of JSON for the sake of seccomp profiles alone. */
  readonly looksAtJson?: boolean;
  /** True for a client that has the commands which actions name. */
  readonly hasCommands?: boolean;
  /** The client's command that asks for completions at the cursor. */
  readonly completionCommand?: string;
  /** What stands before a rule's id in the address of the client's own page about it; links lead to the web without. */
  readonly rulePages?: string;
}

/** The section of the settings that the server reads. */
export const settingsSection = 'seaworthy';

/** The name of the configuration file. */
export const configurationFile = '.seaworthy.yaml';
