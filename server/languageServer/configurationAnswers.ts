import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  Range,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationCompletions } from '../features/configuration/configurationCompletion';
import { configurationActions, configurationDiagnostics } from '../features/configuration/configurationDiagnostics';
import { configurationHover } from '../features/configuration/configurationHover';
import type { ConfigurationSurroundings } from '../features/configuration/configurationSurroundings';
import { parseImageReference } from '../manifests/images/imageReference';
import { configurationFile } from '../protocol/starting';
import { baselineIn, baselineUri } from '../workspace/baseline';
import type { Files } from '../workspace/files';
import { type FilesBelow, filesBelow } from '../workspace/filesBelow';
import { rootAround } from '../workspace/governingConfiguration';
import { folderOf, pathOfUri } from '../workspace/uris';
import type { ConfigurationWatching } from './configurationWatching';
import type { DocumentPlaces } from './documentPlaces';
import type { StartingOptions } from './initializationOptions';

/** What answers about configuration files need of a session. */
export interface ConfiguringSession {
  readonly documents: Pick<TextDocuments<TextDocument>, 'all'>;
  readonly files: Files;
  readonly places: DocumentPlaces;
  readonly watching: Pick<ConfigurationWatching, 'watchBaseline'>;
  readonly options: StartingOptions;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** What an editor can ask about one configuration file. */
export interface ConfigurationAnswers {
  readonly diagnostics: () => Promise<Diagnostic[]>;
  readonly hover: (position: Position) => Promise<Hover | null>;
  readonly completions: (position: Position, trigger: string | undefined) => Promise<CompletionItem[]>;
  readonly actions: (range: Range, diagnostics: readonly Diagnostic[]) => CodeAction[];
}

/** How long the files that were found may count, in milliseconds: nobody tells of files that are no manifests. */
const lifetime = 10_000;

/** True for a document that is a configuration file. */
export function isConfiguration({ uri }: Pick<TextDocument, 'uri'>): boolean {
  return uri.endsWith(`/${configurationFile}`);
}

/** Answers about documents that are configuration files; undefined for all others. */
export function configurationAnswers({
  documents,
  files,
  places,
  watching,
  options,
  now,
}: ConfiguringSession): (document: TextDocument) => ConfigurationAnswers | undefined {
  const { hasSchemas, rulePages, completionCommand } = options;
  const found = new Map<string, { readonly at: number; readonly files: Promise<FilesBelow> }>();

  const lately = (folder: string): Promise<FilesBelow> => {
    const known = found.get(folder);
    if (known && now() - known.at < lifetime) return known.files;
    const searched = { at: now(), files: filesBelow(folder, files) };
    found.set(folder, searched);
    return searched.files;
  };

  const surroundingsOf = (uri: string): ConfigurationSurroundings => ({
    hasSchemas,
    rulePages,
    asksAgain: completionCommand,
    filesBelow: async () => (pathOfUri(uri) === undefined ? undefined : lately(folderOf(places.placeOf(uri).uri))),
    baselineFault: async (named) => {
      if (pathOfUri(uri) === undefined) return undefined;
      const place = places.placeOf(uri);
      const base = folderOf(place.uri);
      const root = await rootAround(base, place.folder, files);
      const baseline = baselineUri(base, named);
      watching.watchBaseline(baseline);
      return baselineIn(await files.readNamed(baseline, root)).fault;
    },
    registries: () => registriesIn(documents.all().map((document) => document.getText())),
  });

  return (document) => {
    if (!isConfiguration(document)) return undefined;
    const { uri } = document;
    const text = document.getText();
    const surroundings = surroundingsOf(uri);
    return {
      diagnostics: () => configurationDiagnostics(text, surroundings),
      hover: async (position) => {
        const hover = await configurationHover(text, document.offsetAt(position), surroundings);
        if (!hover) return null;
        const range = { start: document.positionAt(hover.start), end: document.positionAt(hover.end) };
        return { contents: { kind: 'markdown', value: hover.markdown }, range };
      },
      completions: (position, trigger) => configurationCompletions(text, position, trigger, surroundings),
      actions: (range, diagnostics) => configurationActions(uri, text, range, diagnostics),
    };
  };
}

/** The registries that images of some manifests come from. */
function registriesIn(texts: readonly string[]): string[] {
  const images = texts.flatMap((text) => [...text.matchAll(/^[ \t-]*image:[ \t]*["']?([^\s"'#{}$]+)/gm)]);
  return [...new Set(images.flatMap(([, image = '']) => parseImageReference(image)?.registry ?? []))].sort();
}
