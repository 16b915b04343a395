import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnswers } from '../features/documentAnswers';
import type { Snippet } from '../features/snippets/snippet';
import type { Hash } from '../lint/fingerprints/fingerprints';
import type { KeptCharts } from '../workspace/charts/keptCharts';
import type { Configurations } from '../workspace/configurations';
import type { ProfileFile } from '../workspace/confinementProfileFiles';
import type { Files } from '../workspace/files';
import type { ChartHints } from './charts/chartHints';
import type { ShownCharts } from './charts/shownCharts';
import type { ClientSettings } from './clientSettings';
import type { ClientSkills } from './clientSkills';
import type { ConfigurationWatching } from './configurationWatching';
import type { Guarding } from './guard';
import type { StartingOptions } from './initializationOptions';
import type { LintedDocuments } from './lintedDocuments';
import type { OpenFolders } from './openFolders';
import type { WorkspaceScan } from './workspace/scanningSession';

/** Everything that one client has started with. */
export interface Session extends Guarding {
  readonly connection: Connection;
  /** The open documents. */
  readonly documents: TextDocuments<TextDocument>;
  /** The files as they are saved. */
  readonly files: Files;
  readonly skills: ClientSkills;
  readonly options: StartingOptions;
  readonly settings: ClientSettings;
  readonly folders: OpenFolders;
  readonly watching: ConfigurationWatching;
  readonly configurations: Configurations;
  readonly charts: KeptCharts;
  readonly hints: ChartHints;
  readonly shownCharts: ShownCharts;
  readonly hashOf: Hash;
  readonly scan: WorkspaceScan;
  readonly linted: LintedDocuments;
  /** Answers about documents that rules have no part in; undefined for all others. */
  readonly ownAnswers: (document: TextDocument) => DocumentAnswers | undefined;
  readonly snippets: () => Promise<readonly Snippet[]>;
  /** The profiles in the workspace's files. */
  readonly profiles: () => Promise<readonly ProfileFile[]>;
}
