import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnswers } from '../../features/documentAnswers';
import { parseImageReference } from '../../manifests/images/imageReference';
import { baselineIn, baselineUri } from '../../workspace/baseline';
import type { WorkspaceFile } from '../../workspace/configurationSources';
import type { Files } from '../../workspace/files';
import { type FilesBelow, filesBelow } from '../../workspace/filesBelow';
import { rootAround } from '../../workspace/governingConfiguration';
import { folderOf, pathOfUri } from '../../workspace/uris';
import { configurationCompletions } from './configurationCompletion';
import type { ConfigurationContext } from './configurationContext';
import { configurationActions, configurationDiagnostics } from './configurationDiagnostics';
import { configurationHover } from './configurationHover';

/** What answers about configuration files need of a session. */
export interface ConfiguringSession {
  readonly documents: { readonly all: () => TextDocument[] };
  readonly files: Files;
  readonly folders: { readonly fileOf: (uri: string) => WorkspaceFile };
  readonly watching: { readonly watchBaseline: (uri: string) => void };
  readonly options: Pick<ConfigurationContext, 'hasSchemas' | 'rulePages'> & {
    /** The client's command that asks for completions again, if it has one. */
    readonly completionCommand: string | undefined;
  };
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** How long the files that were found may count, in milliseconds: nobody tells of files that are no manifests. */
const lifetime = 10_000;

/** Answers about configuration files. */
export function configurationAnswers({
  documents,
  files,
  folders,
  watching,
  options,
  now,
}: ConfiguringSession): (document: TextDocument) => DocumentAnswers {
  const { hasSchemas, rulePages, completionCommand } = options;
  const found = new Map<string, { readonly at: number; readonly files: Promise<FilesBelow> }>();

  const lately = (folder: string): Promise<FilesBelow> => {
    const known = found.get(folder);
    if (known && now() - known.at < lifetime) return known.files;
    const searched = { at: now(), files: filesBelow(folder, files) };
    found.set(folder, searched);
    return searched.files;
  };

  const contextOf = (uri: string): ConfigurationContext => ({
    hasSchemas,
    rulePages,
    asksAgain: completionCommand,
    filesBelow: async () => (pathOfUri(uri) === undefined ? undefined : lately(folderOf(folders.fileOf(uri).uri))),
    baselineFault: async (named) => {
      if (pathOfUri(uri) === undefined) return undefined;
      const file = folders.fileOf(uri);
      const base = folderOf(file.uri);
      const root = await rootAround(base, file.folder, files);
      const baseline = baselineUri(base, named);
      watching.watchBaseline(baseline);
      return baselineIn(await files.readNamed(baseline, root)).fault;
    },
    registries: () => registriesIn(documents.all().map((document) => document.getText())),
  });

  return (document) => {
    const { uri } = document;
    const text = document.getText();
    const context = contextOf(uri);
    return {
      diagnostics: () => configurationDiagnostics(text, context),
      hover: async (position) => {
        const hover = await configurationHover(text, document.offsetAt(position), context);
        if (!hover) return null;
        const range = { start: document.positionAt(hover.start), end: document.positionAt(hover.end) };
        return { contents: { kind: 'markdown', value: hover.markdown }, range };
      },
      completions: (position, trigger) => configurationCompletions(text, position, trigger, context),
      actions: (range, diagnostics) => configurationActions(uri, text, range, diagnostics),
    };
  };
}

/** The registries that images of some manifests come from. */
function registriesIn(texts: readonly string[]): string[] {
  const images = texts.flatMap((text) => [...text.matchAll(/^[ \t-]*image:[ \t]*["']?([^\s"'#{}$]+)/gm)]);
  return [...new Set(images.flatMap(([, image = '']) => parseImageReference(image)?.registry ?? []))].sort();
}
