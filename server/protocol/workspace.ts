import type { NoParams, NotificationType, RequestType } from './messageTypes';

/** Asks to scan the workspace, from then on as if `seaworthy.workspace` were `all`; answered when it is over. */
export const scanWorkspaceRequest: RequestType<NoParams, ScanOutcome> = {
  method: 'seaworthy/scanWorkspace',
  ifMissing: {},
};

/** What became of a scan that was asked for. */
export interface ScanOutcome extends WorkspaceState {
  /** Why nothing was scanned; undefined if something was. */
  readonly refusal?: string;
}

/** Tells what is known of the whole workspace, whenever that changes. */
export const workspaceStateNotification: NotificationType<WorkspaceState> = { method: 'seaworthy/workspaceState' };

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
