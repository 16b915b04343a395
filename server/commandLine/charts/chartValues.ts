import type { SourceFile } from '../../rendering/charts/origins/source';

/** What charts are rendered with in place of what their values sets say. Plain data, so that it can be handed to other threads. */
export interface GivenValues {
  readonly values: readonly SourceFile[];
  readonly set: readonly string[];
  readonly release: string | undefined;
  readonly namespace: string | undefined;
}

/** How charts are rendered to be judged. */
export interface ChartRendering {
  /** Undefined where each chart's own values sets count. */
  readonly given: GivenValues | undefined;
  readonly apiVersions: readonly string[];
}
