import type { Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import type { Configurations } from '../../workspace/configurations';
import type { OffsetRange } from '../../yaml/parsing/lines';
import type { OpenFolders } from '../openFolders';
import { afterPause } from './afterPause';
import { chartFileOf } from './chartFile';
import { shiftedBy } from './shiftedRange';
import type { ShownCharts } from './shownCharts';

/** How long nobody may have typed before all of a chart is looked at, in milliseconds. */
const pause = 400;

/** The hints about open files of charts: no key waits for them. */
export interface ChartHints {
  /** The hints that were found last, where they stand now. */
  readonly of: (document: TextDocument) => Diagnostic[];
  /** Something has changed that a hint may be about. */
  readonly renew: () => void;
  readonly forget: (uri: string) => void;
}

/** What was found in a file. */
interface Found {
  readonly text: string;
  readonly hints: readonly { readonly range: OffsetRange; readonly diagnostic: Diagnostic }[];
}

/** What hints are found with. */
interface HintingSession {
  readonly documents: Pick<TextDocuments<TextDocument>, 'all' | 'get'>;
  readonly charts: KeptCharts;
  readonly shownCharts: Pick<ShownCharts, 'setsOf'>;
  readonly folders: OpenFolders;
  readonly configurations: Configurations;
  /** Does something, and logs its faults. */
  readonly guarded: (step: () => Promise<void>) => void;
  /** Has the diagnostics of open files asked for again. */
  readonly refreshOpen: () => void;
}

/** No hints yet. */
export function chartHints(session: HintingSession): ChartHints {
  const { documents, refreshOpen, guarded } = session;
  const known = new Map<string, Found>();

  const look = async (): Promise<void> => {
    let isOther = false;
    for (const document of documents.all()) {
      const text = document.getText();
      const hints = (await hintsOf(session, document)).map((diagnostic) => ({
        range: { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) },
        diagnostic,
      }));
      // It may have been closed or edited meanwhile: then it is looked at again.
      if (documents.get(document.uri)?.getText() !== text) continue;
      const before = known.get(document.uri);
      isOther ||= JSON.stringify(before?.hints ?? []) !== JSON.stringify(hints);
      known.set(document.uri, { text, hints });
    }
    if (isOther) refreshOpen();
  };

  return {
    of(document) {
      const found = known.get(document.uri);
      if (!found || found.hints.length === 0) return [];
      const shifted = shiftedBy(found.text, document.getText());
      return found.hints.flatMap(({ range, diagnostic }) => {
        const now = shifted(range);
        if (!now) return [];
        return [{ ...diagnostic, range: { start: document.positionAt(now.start), end: document.positionAt(now.end) } }];
      });
    },
    renew: afterPause(() => guarded(look), pause),
    forget: (uri) => known.delete(uri),
  };
}

async function hintsOf(
  { charts, shownCharts, folders, configurations }: HintingSession,
  document: TextDocument,
): Promise<Diagnostic[]> {
  const file = await chartFileOf({ charts, shownCharts }, document);
  if (!file) return [];
  const answer = await configurations.optionsFor(folders.fileOf(document.uri));
  return answer.state === 'excluded' ? [] : file.hints();
}
