/** What the client tells the server when it starts it; every part may be missing. */
export interface InitializationOptions {
  /** False where another extension reports faults of YAML itself. */
  readonly reportsSyntax?: boolean;
  /** False where Microsoft's Kubernetes extension warns of missing resource limits. */
  readonly reportsLimits?: boolean;
  /** True where another extension completes what the schemas of Kubernetes say: true and false, and the names of fields. */
  readonly hasSchemas?: boolean;
  /** False for a client that tells of JSON for the sake of seccomp profiles alone. */
  readonly looksAtJson?: boolean;
  /** True for a client that has the commands which actions name. */
  readonly hasCommands?: boolean;
  /** The client's command that asks for completions at the cursor. */
  readonly completionCommand?: string;
  /** What stands before a rule's id in the address of the client's own page about it; links lead to the web without. */
  readonly rulePages?: string;
}

/** The client's command that shows what an action has left to decide; its argument is a `LeftToDecide`. */
export const showLeftCommand = 'seaworthy.showLeftToDecide';

/** The client's command that opens its page about a rule; its arguments are ids of rules, of which one is picked. */
export const explainCommand = 'seaworthy.explain';

/** What an action has left for the user to decide. */
export interface LeftToDecide {
  /** What was done. */
  readonly title: string;
  readonly left: readonly { readonly rule: string; readonly message: string }[];
}

/** The client's command that keeps a finding quiet; its argument is a `FindingsParams`, the cursor where it is missing. */
export const ignoreFindingCommand = 'seaworthy.ignoreFinding';

/** Asks what is found in a range (`FindingsParams`), and how it is kept quiet, as `SilenceableFinding[]`. */
export const silencesRequest = 'seaworthy/silences';

export interface FindingsParams {
  readonly uri: string;
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** A finding with the ways to keep it quiet. */
export interface SilenceableFinding {
  readonly rule: string;
  readonly message: string;
  readonly ways: readonly SilencingWay[];
}

/** A way to keep a finding quiet. */
export interface SilencingWay {
  readonly title: string;
  /** What is written, and where. */
  readonly written: string;
  /** Texts in the syntax of snippets, with all their indentation. */
  readonly edits: readonly PlacedText[];
}

/** A text in place of what stands in a range. */
export interface PlacedText {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
  readonly text: string;
}

/** Asks how far a workload or a file can be hardened (`HardeningsParams`), as `Hardening[]`. */
export const hardeningsRequest = 'seaworthy/hardenings';

export interface HardeningsParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  readonly target: 'workload' | 'file';
}

/** What hardens something to a level, all at once. */
export interface Hardening {
  readonly title: string;
  readonly edits: readonly PlacedText[];
  readonly left: LeftToDecide;
}

/** The server's command that lifts a workload to the next level of the Pod Security Standards; its argument is `LiftParams`. */
export const liftCommand = 'seaworthy.liftPodSecurity';

export interface LiftParams {
  readonly uri: string;
  /** Where the workload starts, counted from 0. */
  readonly line: number;
  /** True to show all changes before any is made. */
  readonly previews?: boolean;
}

/** Asks what would be mended in a file (`FileFixesParams`), as `FileFix[]`. */
export const fileFixesRequest = 'seaworthy/fileFixes';

export interface FileFixesParams {
  readonly uri: string;
  /** Safe fixes alone, or the harden fixes of a level as well. */
  readonly level: 'safe' | 'baseline' | 'restricted';
}

/** A replacement that mends something in a file. */
export interface FileFix {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
  readonly newText: string;
  /** What the rules ask for that it is for. */
  readonly title: string;
  /** What it does, and what may stop working. */
  readonly description: string;
  /** True if no running workload can notice it. */
  readonly isSafe: boolean;
}

/** The section of the settings that the server reads. */
export const settingsSection = 'seaworthy';

/** The name of the configuration file. */
export const configurationFile = '.seaworthy.yaml';

/** What the client adds to a request for completion: how many columns a level has in a document that shows none. */
export interface IndentedRequest {
  readonly indent?: number;
}

/** Asks for all snippets (`SnippetsParams`, which may be missing), as `SnippetSummary[]`: those first that fit where the cursor is. */
export const snippetsRequest = 'seaworthy/snippets';

export interface SnippetsParams extends IndentedRequest {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

/** A snippet as a list shows it. */
export interface SnippetSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What a person would type to find it. */
  readonly prefixes: readonly string[];
  /** What it is a part or the whole of: `pod`, `document` … */
  readonly fits: string;
  /** VS Code's name of its language. */
  readonly language: string;
  /** Its text with the default values. */
  readonly preview: string;
}

/** Asks where a snippet goes (`SnippetPlacementParams`), as `SnippetPlacement`. */
export const snippetPlacementRequest = 'seaworthy/snippetPlacement';

/** Lines from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** YAML that is none of the snippets, and what it is a part or the whole of, as snippets say it. */
export interface WrittenPart {
  readonly text: string;
  readonly fits: string;
}

export interface SnippetPlacementParams extends IndentedRequest {
  /** A snippet's id, or what is inserted in the way of a snippet. */
  readonly snippet: string | WrittenPart;
  /** The document to insert into; without one the snippet becomes a new file. */
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}

/** What to do to insert a snippet. */
export type SnippetPlacement =
  /** Replace these ranges by these snippets (in VS Code's syntax, with all their indentation). */
  | {
      readonly outcome: 'edits';
      readonly edits: readonly PlacedText[];
    }
  /** Ask again with the position of one of these places. */
  | {
      readonly outcome: 'choice';
      readonly question: string;
      readonly places: readonly { readonly label: string; readonly position: ProtocolPosition }[];
    }
  /** It is a file of its own. */
  | { readonly outcome: 'new file'; readonly language: string; readonly text: string }
  /** Nothing can be done; the message says why. */
  | { readonly outcome: 'nothing'; readonly message: string };

/** Asks for the files of a new service (`ServiceDescription`), as `ServiceFile[]`. */
export const serviceFilesRequest = 'seaworthy/serviceFiles';

/** How a service is reached. */
export type Exposure = 'cluster' | 'ingress' | 'gateway' | 'load balancer';

/** What somebody says of a new service. */
export interface ServiceDescription {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly exposure: Exposure;
  /** The host name that leads to it, for `ingress` and `gateway`. */
  readonly host?: string;
}

export interface ServiceFile {
  readonly name: string;
  readonly text: string;
}

/** Asks what counts for a document (`DecisionParams`), as `Decision`. */
export const decisionRequest = 'seaworthy/decision';

export interface DecisionParams {
  readonly uri: string;
}

/** What counts for a document, and who says so. */
export interface Decision {
  /** Whether findings are told of it. */
  readonly isExcluded: boolean;
  readonly profile: string;
  /** For example `1.37`. */
  readonly kubernetesVersion: string;
  /** The newest version that is known, which counts where nobody says otherwise. */
  readonly newestVersion: string;
  /** The address of the configuration file that governs the document; undefined where the settings do. */
  readonly configuration?: string;
}

/** Asks how a document stands at a line (`StandingParams`), as `Standing`; null for what is not judged. */
export const standingRequest = 'seaworthy/standing';

export interface StandingParams {
  readonly uri: string;
  /** Counted from 0. */
  readonly line: number;
}

/** What a document holds, and what of it stands at a line. */
export interface Standing {
  /** False where nothing in it is an object of Kubernetes. */
  readonly holdsObjects: boolean;
  /** The workload at the line, if its level can be told. */
  readonly workload?: {
    /** `Deployment "shop"`. */
    readonly name: string;
    /** A level of the Pod Security Standards: `baseline`, `at least baseline`. */
    readonly level: string;
  };
}

/** Tells that other settings or configuration files may count for any document. */
export const decisionsChangedNotification = 'seaworthy/decisionsChanged';

/** Asks to scan the workspace, from then on as if `seaworthy.workspace` were `all`; answered when it is over, as `ScanOutcome`. */
export const scanWorkspaceRequest = 'seaworthy/scanWorkspace';

/** What became of a scan that was asked for. */
export interface ScanOutcome extends WorkspaceState {
  /** Why nothing was scanned; undefined if something was. */
  readonly refusal?: string;
}

/** Tells that no tab shows a document any more (`TabClosedParams`): VS Code keeps it open a while, but not its diagnostics. */
export const tabClosedNotification = 'seaworthy/tabClosed';

export interface TabClosedParams {
  readonly uri: string;
}

/** Tells what is known of the whole workspace (`WorkspaceState`), whenever that changes. */
export const workspaceStateNotification = 'seaworthy/workspaceState';

/** What is known of the whole workspace. */
export interface WorkspaceState {
  /**
   * Whether its closed files are looked at, and how far that has come: *stopped* stands for a scan that the user or a
   * fault has ended before it was through; what it found is kept.
   */
  readonly state: 'off' | 'scanning' | 'complete' | 'stopped';
  /** The files of the workspace that have findings, open ones included. */
  readonly filesWithFindings: number;
  /** How many findings they have of each severity. */
  readonly findings: FindingCounts;
  /** How many files the scan has read so far, and how many there are. */
  readonly done: number;
  readonly total: number;
  /** Which files were read for the last change on disk: it, and those that asked about objects in it. */
  readonly readAgain: readonly string[];
}

/** Numbers of findings by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** Asks what there is to choose in a new configuration, as `ConfigurationChoices`. */
export const configurationChoicesRequest = 'seaworthy/configurationChoices';

export interface ConfigurationChoices {
  readonly profiles: readonly NamedChoice[];
  /** The profile of those who choose none. */
  readonly defaultProfile: string;
  /** The Kubernetes versions, newest first. */
  readonly versions: readonly string[];
}

/** A word to choose, with what it means. */
export interface NamedChoice {
  readonly word: string;
  readonly meaning: string;
}

/** Asks for the text of a new configuration file (`NewConfigurationParams`), as `string`. */
export const newConfigurationRequest = 'seaworthy/newConfiguration';

export interface NewConfigurationParams {
  readonly profile: string;
  /** The newest known version counts where it is missing. */
  readonly kubernetesVersion?: string;
}

/** The client's command that changes a rule's severity; its argument is a `RuleSettingParams`, or a `RulesParams`. */
export const setRuleCommand = 'seaworthy.setRule';

/** Asks how to set a rule for a document (`RuleSettingParams`), as `RuleSettingAnswer`. */
export const ruleSettingRequest = 'seaworthy/ruleSetting';

export interface RuleSettingParams {
  /** The document in which the rule has found something. */
  readonly uri: string;
  readonly rule: string;
  /** `off` or a severity; without it the answer tells what there is to choose. */
  readonly setting?: string;
}

/** Rules that have found something, of which one is to be picked. */
export interface RulesParams {
  readonly uri: string;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** How a rule is set. */
export type RuleSettingAnswer =
  | {
      readonly outcome: 'choices';
      readonly settings: readonly (NamedChoice & { readonly isCurrent: boolean })[];
      /** The address of the configuration file that will say it; undefined where the settings do. */
      readonly configuration?: string;
    }
  /** Change this configuration file. */
  | {
      readonly outcome: 'edits';
      readonly uri: string;
      readonly edits: readonly {
        readonly start: ProtocolPosition;
        readonly end: ProtocolPosition;
        readonly newText: string;
      }[];
    }
  /** No file governs the document: change the setting `seaworthy.rules`. */
  | { readonly outcome: 'settings' }
  /** The configuration file has to be opened and changed by hand; the message says why. */
  | { readonly outcome: 'by hand'; readonly uri: string; readonly message: string };

/** The text of a notification, in which editors make a link of `[text](address)`, whoever has chosen the names in it. */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
