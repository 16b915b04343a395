import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfiguration } from '../documents/kindOf';
import type { Hash } from '../lint/fingerprints/fingerprints';
import { judgeText, type LintedText, lint, readText } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { ownFindings } from '../workspace/charts/chartPart';
import type { KeptCharts } from '../workspace/charts/keptCharts';
import type { Configurations } from '../workspace/configurations';
import { factsOf } from '../workspace/judge/fileFacts';
import { shownOf } from '../workspace/judge/judgedFile';
import { pathOfUri } from '../workspace/uris';
import type { ShownCharts } from './charts/shownCharts';
import { isForeignTemplate, isNoManifest } from './noManifest';
import type { OpenFolders } from './openFolders';
import type { WorkspaceScan } from './workspace/scanningSession';

/** What open documents are linted with. */
interface LintingSession {
  readonly folders: OpenFolders;
  readonly configurations: Configurations;
  readonly scan: Pick<WorkspaceScan, 'around' | 'aroundClosed'>;
  readonly charts: Pick<KeptCharts, 'placeOf'>;
  readonly shownCharts: ShownCharts;
  /** Whether the client wants manifests in JSON looked at. */
  readonly looksAtJson: boolean;
  readonly hashOf: Hash;
}

/** The open documents as they are linted, so that a keystroke renews no more than it has to. */
export interface LintedDocuments {
  /** The document linted as it stands; undefined for one that is excluded, or JSON that nobody asks about. */
  readonly now: (document: TextDocument) => Promise<LintedText | undefined>;
  /** The document as it was linted last, which may be a keystroke ago. */
  readonly lately: (document: TextDocument) => Promise<LintedText | undefined>;
  /** Judges documents that nobody has asked about as they stand: what they tell counts for others. */
  readonly catchUp: (documents: readonly TextDocument[]) => Promise<void>;
  /** A file that is not open; undefined for one that is excluded. */
  readonly closed: (uri: string, text: string) => Promise<LintedText | undefined>;
  /** What a document is linted with; undefined for one that is excluded. */
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
  readonly forget: (uri: string) => void;
}

/** The linted documents of a session. */
export function lintedDocuments(session: LintingSession): LintedDocuments {
  const { folders, configurations, scan, charts, shownCharts, looksAtJson, hashOf } = session;
  const known = new Map<string, LintedText>();
  const judgedVersions = new Map<string, number>();

  async function now(document: TextDocument): Promise<LintedText | undefined> {
    const { uri, version } = document;
    judgedVersions.set(uri, version);
    if (isConfiguration(document.uri) || isNoManifest(document, looksAtJson)) return undefined;
    const file = folders.fileOf(uri);
    if (isForeignTemplate(document) && !(await charts.placeOf(file.uri))) return undefined;
    const answer = await configurations.optionsFor(file);
    if (answer.state === 'excluded') return undefined;
    const folder = await configurations.neighbourhoodOf(file);
    // It may have been closed meanwhile: then what is on disk counts.
    if (!judgedVersions.has(uri)) return undefined;
    const text = document.getText();
    const read = readText({ name: uri, text }, answer.options, known.get(uri));
    const surroundings = scan.around({
      uri: file.uri,
      folder,
      isOnDisk: pathOfUri(file.uri) !== undefined,
      facts: () => factsOf(file.uri, text, read),
    });
    const linted = judgeText(read, surroundings);
    known.set(uri, linted);
    return shownOf(ownFindings(linted, await shownCharts.partsOf(file.uri)), answer.quiet, hashOf);
  }

  return {
    now,
    lately: async (document) => known.get(document.uri) ?? now(document),
    async catchUp(documents) {
      for (const document of documents) if (judgedVersions.get(document.uri) !== document.version) await now(document);
    },
    async closed(uri, text) {
      const file = folders.fileOf(uri);
      const answer = await configurations.optionsFor(file);
      if (answer.state === 'excluded') return undefined;
      const folder = await configurations.neighbourhoodOf(file);
      const surroundings = await scan.aroundClosed(folder, file.uri);
      const linted = lint({ name: uri, text }, answer.options, undefined, surroundings);
      return shownOf(ownFindings(linted, await shownCharts.partsOf(file.uri)), answer.quiet, hashOf);
    },
    async optionsOf(uri) {
      const answer = await configurations.optionsFor(folders.fileOf(uri));
      return answer.state === 'linted' ? answer.options : undefined;
    },
    forget(uri) {
      known.delete(uri);
      judgedVersions.delete(uri);
    },
  };
}
