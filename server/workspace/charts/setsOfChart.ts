import type { ConfiguredChart } from '../../configuration/configuration';
import type { FileFacts } from '../judge/fileFacts';

/** The chart whose values sets are looked for. */
export interface SetsOfChart {
  /** The chart's folder. */
  readonly folder: string;
  /** As `Chart.yaml` says. */
  readonly name: string;
  /** How charts are used, as the configuration that governs the chart says, or the settings. */
  readonly configured: readonly ConfiguredChart[];
  /** The folder that globs of the configuration start at. */
  readonly configurationFolder: string | undefined;
  /** The root of the repository, where there is one. */
  readonly repository: string | undefined;
  /** The folder of the chart's neighbourhood: without a repository nothing above it is read. */
  readonly neighbourhood: string;
  /** What the files of the neighbourhood tell. */
  readonly facts: Iterable<FileFacts>;
}
