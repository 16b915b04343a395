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
  ExecuteCommandRequest,
  HoverRequest,
  InitializedNotification,
  ReferencesRequest,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { newConfiguration } from '../editing/configuration/newConfiguration';
import { codeActionKinds } from '../features/codeActions';
import { triggerCharacters } from '../features/completion';
import { hardenings } from '../features/hardenActions';
import { silenceableFindings } from '../features/silence';
import { standingIn } from '../features/standing';
import { fileFixesRequest, hardeningsRequest, liftCommand, silencesRequest } from '../protocol/actions';
import { configurationChoicesRequest, newConfigurationRequest, ruleSettingRequest } from '../protocol/configuration';
import { decisionRequest, standingRequest, tabClosedNotification } from '../protocol/documents';
import { serviceFilesRequest, snippetPlacementRequest, snippetsRequest } from '../protocol/snippets';
import { scanWorkspaceRequest } from '../protocol/workspace';
import { offeredActions } from './codeActionRequests';
import { completed, resolvedCompletion } from './completionRequests';
import { configurationChoices, ruleSetting } from './configurationRequests';
import { decision } from './decisionRequest';
import { documentDiagnostics } from './diagnosticRequests';
import { answers, type Feature, follows } from './feature';
import { mendedInFile } from './fileFixesRequest';
import { followDocuments } from './followDocuments';
import { begin, followFiles, followFolders, followSettings, followTab } from './following';
import { editedManifest, fromManifest } from './manifestAnswers';
import { executed, lenses, resolvedPodSecurity } from './podSecurityRequests';
import { definitions, hover, references } from './readingRequests';
import type { Session } from './session';
import { filesOfService, listedSnippets, snippetPlacement } from './snippetRequests';

/** For all clients. */
const always = (capability: ServerCapabilities) => () => capability;

/** What clients needn't be told. */
const untold = always({});

/** All that the server does for a client, a row each: what the client is told of it, and what answers. */
export const features: readonly Feature<Session>[] = [
  {
    capability: always({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } }),
    handlers: [{ listen: (_, session) => followDocuments(session) }],
  },
  {
    capability: always({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    handlers: [follows(DidChangeWorkspaceFoldersNotification.type, followFolders)],
  },
  {
    capability: untold,
    handlers: [
      follows(InitializedNotification.type, begin),
      follows(DidChangeConfigurationNotification.type, followSettings),
      follows(DidChangeWatchedFilesNotification.type, followFiles),
      follows(tabClosedNotification, followTab),
    ],
  },
  {
    capability: ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { identifier: 'seaworthy', interFileDependencies: false, workspaceDiagnostics: false } }
        : undefined,
    handlers: [answers(DocumentDiagnosticRequest.type, documentDiagnostics)],
  },
  {
    capability: always({ codeActionProvider: { codeActionKinds: [...codeActionKinds] } }),
    handlers: [answers(CodeActionRequest.type, offeredActions)],
  },
  {
    capability: always({ completionProvider: { resolveProvider: true, triggerCharacters: [...triggerCharacters] } }),
    handlers: [answers(CompletionRequest.type, completed), answers(CompletionResolveRequest.type, resolvedCompletion)],
  },
  { capability: always({ hoverProvider: true }), handlers: [answers(HoverRequest.type, hover)] },
  { capability: always({ definitionProvider: true }), handlers: [answers(DefinitionRequest.type, definitions)] },
  { capability: always({ referencesProvider: true }), handlers: [answers(ReferencesRequest.type, references)] },
  {
    // What a lens offers is done by the server, which the client has to let change documents.
    capability: ({ appliesEdits }) =>
      appliesEdits
        ? { codeLensProvider: { resolveProvider: true }, executeCommandProvider: { commands: [liftCommand] } }
        : undefined,
    handlers: [
      answers(CodeLensRequest.type, lenses),
      answers(CodeLensResolveRequest.type, resolvedPodSecurity),
      answers(ExecuteCommandRequest.type, executed),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(
        silencesRequest,
        fromManifest((manifest, range, session) => silenceableFindings(editedManifest(manifest, session), range), []),
      ),
      answers(
        hardeningsRequest,
        fromManifest((manifest, { position, target }, session) => {
          return hardenings(editedManifest(manifest, session), manifest.document.offsetAt(position), target);
        }, []),
      ),
      answers(fileFixesRequest, mendedInFile),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(decisionRequest, decision),
      answers(
        standingRequest,
        fromManifest(({ linted }, { line }) => standingIn(linted, line), null),
      ),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(configurationChoicesRequest, configurationChoices),
      answers(newConfigurationRequest, (_, chosen) => newConfiguration(chosen)),
      answers(ruleSettingRequest, ruleSetting),
    ],
  },
  {
    capability: untold,
    handlers: [
      answers(snippetsRequest, listedSnippets),
      answers(snippetPlacementRequest, snippetPlacement),
      answers(serviceFilesRequest, filesOfService),
    ],
  },
  { capability: untold, handlers: [answers(scanWorkspaceRequest, ({ scan }) => scan.scan())] },
];
