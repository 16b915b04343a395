import type { RequestType } from './messageTypes';
import type { PlacedText, ProtocolPosition } from './positions';

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

/** Asks what is found in a range, and how it is kept quiet. */
export const silencesRequest: RequestType<FindingsParams, SilenceableFinding[]> = { method: 'seaworthy/silences' };

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

/** Asks how far a workload or a file can be hardened. */
export const hardeningsRequest: RequestType<HardeningsParams, Hardening[]> = { method: 'seaworthy/hardenings' };

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

/** Asks what would be mended in a file. */
export const fileFixesRequest: RequestType<FileFixesParams, FileFix[]> = { method: 'seaworthy/fileFixes' };

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
