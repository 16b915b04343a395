import type { NoParams, NotificationType, RequestType } from './messageTypes';

/** Asks what counts for a document; null for what is no manifest. */
export const decisionRequest: RequestType<DecisionParams, Decision | null> = { method: 'seaworthy/decision' };

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

/** Asks how a document stands at a line; null for what is not judged. */
export const standingRequest: RequestType<StandingParams, Standing | null> = { method: 'seaworthy/standing' };

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
export const decisionsChangedNotification: NotificationType<NoParams> = { method: 'seaworthy/decisionsChanged' };

/** Tells that no tab shows a document any more: VS Code keeps it open a while, but not its diagnostics. */
export const tabClosedNotification: NotificationType<TabClosedParams> = { method: 'seaworthy/tabClosed' };

export interface TabClosedParams {
  readonly uri: string;
}
