import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutKnown } from '../lint/knownFindings';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import type { Configurations } from '../workspace/configurations';
import { sha256 } from '../workspace/nodeHash';
import { pathOfUri } from '../workspace/uris';
import { isConfiguration } from './configurationAnswers';
import type { DocumentPlaces } from './documentPlaces';
import { isUnaskedJson } from './unaskedJson';
import type { WorkspaceScan } from './workspace/scanningSession';

/** What open documents are linted with. */
interface LintingSession {
  readonly places: DocumentPlaces;
  readonly configurations: Configurations;
  readonly scan: Pick<WorkspaceScan, 'seenFrom' | 'onRead'>;
  /** Whether the client wants manifests in JSON looked at. */
  readonly looksAtJson: boolean;
}

/** The open documents as they are linted, so that a keystroke renews no more than it has to. */
export interface LintedDocuments {
  /** The document linted as it stands; undefined for one that is excluded, or JSON that nobody asks about. */
  readonly now: (document: TextDocument) => Promise<LintedText | undefined>;
  /** The document as it was linted last, which may be a keystroke ago. */
  readonly lately: (document: TextDocument) => Promise<LintedText | undefined>;
  /** What a document is linted with; undefined for one that is excluded. */
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
  readonly forget: (uri: string) => void;
}

/**
 * The linted documents of a session.
 *
 * @param session undefined before the client has said hello
 */
export function lintedDocuments(session: () => LintingSession | undefined): LintedDocuments {
  const known = new Map<string, LintedText>();

  async function now(document: TextDocument): Promise<LintedText | undefined> {
    const { uri } = document;
    const isLeftAlone = isConfiguration(document) || isUnaskedJson(document, session()?.looksAtJson ?? true);
    const place = session()?.places.placeOf(uri);
    const answer = place && !isLeftAlone ? await session()?.configurations.optionsFor(place) : undefined;
    if (answer?.state !== 'linted') return undefined;
    const path = pathOfUri(uri);
    const surroundings = path === undefined ? undefined : session()?.scan.seenFrom(path);
    const linted = lint(document.getText(), answer.options, known.get(uri), surroundings);
    known.set(uri, linted);
    if (path !== undefined) session()?.scan.onRead(path, linted);
    return answer.quiet ? withoutKnown(linted, answer.quiet, sha256) : linted;
  }

  return {
    now,
    lately: async (document) => known.get(document.uri) ?? now(document),
    async optionsOf(uri) {
      const { places, configurations } = session() ?? {};
      const answer = places && (await configurations?.optionsFor(places.placeOf(uri)));
      return answer?.state === 'linted' ? answer.options : undefined;
    },
    forget: (uri) => known.delete(uri),
  };
}
