import {
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  SignatureHelpRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { colourTypes } from '../editing/chart/template/colourTypes';
import { codeActionKinds } from '../features/actions/codeActionKinds';
import { fileFixesRequest, hardeningsRequest, liftCommand, silencesRequest } from '../protocol/actions';
import { configurationChoicesRequest, newConfigurationRequest, ruleSettingRequest } from '../protocol/configuration';
import { decisionRequest, standingRequest, tabClosedNotification } from '../protocol/documents';
import { newChartRequest } from '../protocol/newChart';
import { renderedChartRequest } from '../protocol/renderedChart';
import { serviceFilesRequest, snippetPlacementRequest, snippetsRequest } from '../protocol/snippets';
import { scanWorkspaceRequest } from '../protocol/workspace';
import { answers, type Feature, follows } from './feature';
import type { Handlers } from './handlers';
import type { Session } from './session';
import { triggerCharacters } from './triggerCharacters';

/** For all clients. */
const always = (capability: ServerCapabilities) => () => capability;

/** What clients needn't be told. */
const untold = always({});

/** Where the templates of charts lie: other documents needn't be asked about. */
const templates = ['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, pattern: '**/templates/**' }));

/** All that the server does for a client, a row each: what the client is told of it, and which of the handlers answers. */
export const features: readonly Feature<Session, Handlers>[] = [
  {
    capability: always({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } }),
    handlers: [{ listen: (_, session, { followDocuments }) => followDocuments(session) }],
  },
  {
    capability: always({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    handlers: [follows(DidChangeWorkspaceFoldersNotification.type, ({ followFolders }) => followFolders)],
  },
  {
    capability: untold,
    handlers: [
      follows(InitializedNotification.type, ({ begin }) => begin),
      follows(DidChangeConfigurationNotification.type, ({ followSettings }) => followSettings),
      follows(DidChangeWatchedFilesNotification.type, ({ followFiles }) => followFiles),
      follows(tabClosedNotification, ({ followTab }) => followTab),
    ],
  },
  {
    capability: ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'seaworthy', interFileDependencies: false, workspaceDiagnostics: false } }
        : undefined,
    handlers: [answers(DocumentDiagnosticRequest.type, ({ documentDiagnostics }) => documentDiagnostics)],
  },
  {
    capability: always({ codeActionProvider: { codeActionKinds: [...codeActionKinds] } }),
    handlers: [answers(CodeActionRequest.type, ({ offeredActions }) => offeredActions)],
  },
  {
    capability: always({ completionProvider: { resolveProvider: true, triggerCharacters } }),
    handlers: [
      answers(CompletionRequest.type, ({ completed }) => completed),
      answers(CompletionResolveRequest.type, ({ resolvedCompletion }) => resolvedCompletion),
    ],
  },
  { capability: always({ hoverProvider: true }), handlers: [answers(HoverRequest.type, ({ hover }) => hover)] },
  {
    capability: always({ definitionProvider: true }),
    handlers: [answers(DefinitionRequest.type, ({ definitions }) => definitions)],
  },
  {
    capability: always({ referencesProvider: true }),
    handlers: [answers(ReferencesRequest.type, ({ references }) => references)],
  },
  {
    capability: always({ signatureHelpProvider: { triggerCharacters: [' ', '('] } }),
    handlers: [answers(SignatureHelpRequest.type, ({ signature }) => signature)],
  },
  {
    capability: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
    handlers: [
      answers(PrepareRenameRequest.type, ({ renameRange }) => renameRange),
      answers(RenameRequest.type, ({ renamed }) => renamed),
    ],
  },
  {
    capability: always({ documentSymbolProvider: { label: 'Seaworthy' } }),
    handlers: [answers(DocumentSymbolRequest.type, ({ templateOutline }) => templateOutline)],
  },
  {
    capability: always({ documentHighlightProvider: true }),
    handlers: [answers(DocumentHighlightRequest.type, ({ templateHighlights }) => templateHighlights)],
  },
  {
    capability: always({ foldingRangeProvider: { documentSelector: templates } }),
    handlers: [answers(FoldingRangeRequest.type, ({ templateFolding }) => templateFolding)],
  },
  {
    capability: always({
      semanticTokensProvider: {
        documentSelector: templates,
        legend: { tokenTypes: [...colourTypes], tokenModifiers: [] },
        full: true,
      },
    }),
    handlers: [answers(SemanticTokensRequest.type, ({ templateColours }) => templateColours)],
  },
  {
    capability: always({ inlayHintProvider: { documentSelector: templates } }),
    handlers: [answers(InlayHintRequest.type, ({ shownValues }) => shownValues)],
  },
  {
    // What a lens offers is done by the server, which the client has to let change documents.
    capability: ({ appliesEdits }) =>
      appliesEdits
        ? { codeLensProvider: { resolveProvider: true }, executeCommandProvider: { commands: [liftCommand] } }
        : undefined,
    handlers: [
      answers(CodeLensRequest.type, ({ lenses }) => lenses),
      answers(CodeLensResolveRequest.type, ({ resolvedPodSecurity }) => resolvedPodSecurity),
      answers(ExecuteCommandRequest.type, ({ executed }) => executed),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(silencesRequest, ({ silences }) => silences),
      answers(hardeningsRequest, ({ hardenings }) => hardenings),
      answers(fileFixesRequest, ({ mendedInFile }) => mendedInFile),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(decisionRequest, ({ decision }) => decision),
      answers(standingRequest, ({ standing }) => standing),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(configurationChoicesRequest, ({ configurationChoices }) => configurationChoices),
      answers(newConfigurationRequest, ({ newConfiguration }) => newConfiguration),
      answers(ruleSettingRequest, ({ ruleSetting }) => ruleSetting),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(snippetsRequest, ({ listedSnippets }) => listedSnippets),
      answers(snippetPlacementRequest, ({ snippetPlacement }) => snippetPlacement),
      answers(serviceFilesRequest, ({ filesOfService }) => filesOfService),
    ],
  },
  { capability: untold, handlers: [answers(newChartRequest, ({ madeChart }) => madeChart)] },
  { capability: untold, handlers: [answers(renderedChartRequest, ({ renderedChart }) => renderedChart)] },
  { capability: untold, handlers: [answers(scanWorkspaceRequest, ({ scanWorkspace }) => scanWorkspace)] },
];
