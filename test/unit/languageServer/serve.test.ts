import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializeRequest,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol';
import { serve } from '../../../server/languageServer/serve';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { sha256 } from '../../../server/workspace/nodeHash';
import { connected } from './connected';

const uri = 'untitled:web.yaml';
const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers: []\n';

/** A server whose files are in memory and whose thread never says anything, with a client that says hello. */
function greeting(capabilities: ClientCapabilities, initializationOptions?: unknown) {
  const { connect, client, log } = connected();
  serve(connect, memoryFiles(new Map()), {
    hashOf: sha256,
    now: () => 0,
    snippetFolder: 'file:///snippets',
    crowdedFolders: [],
    startWorker: () => ({ tell() {}, cancel() {}, end() {} }),
  });
  const hello = client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  const open = (text: string) =>
    client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  return { client, log, hello, open };
}

/** A server that has told its client what it can do. */
async function serving(capabilities: ClientCapabilities, initializationOptions?: unknown) {
  const { hello, ...greeted } = greeting(capabilities, initializationOptions);
  return { ...greeted, told: (await hello).capabilities };
}

describe('The server of one client', () => {
  it('answers everything that it tells the client', async () => {
    const { client, told, open } = await serving({ textDocument: { diagnostic: {} }, workspace: { applyEdit: true } });
    await open(pod);
    const at = { textDocument, position };
    const requests = {
      diagnosticProvider: () => client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
      codeActionProvider: () =>
        client.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
      codeLensProvider: () => client.sendRequest(CodeLensRequest.type, { textDocument }),
      completionProvider: () => client.sendRequest(CompletionRequest.type, at),
      definitionProvider: () => client.sendRequest(DefinitionRequest.type, at),
      documentHighlightProvider: () => client.sendRequest(DocumentHighlightRequest.type, at),
      documentSymbolProvider: () => client.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      executeCommandProvider: () => client.sendRequest(ExecuteCommandRequest.type, { command: 'none' }),
      foldingRangeProvider: () => client.sendRequest(FoldingRangeRequest.type, { textDocument }),
      inlayHintProvider: () => client.sendRequest(InlayHintRequest.type, { textDocument, range }),
      semanticTokensProvider: () => client.sendRequest(SemanticTokensRequest.type, { textDocument }),
      hoverProvider: () => client.sendRequest(HoverRequest.type, at),
      referencesProvider: () =>
        client.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } }),
      renameProvider: () => client.sendRequest(RenameRequest.type, { ...at, newName: 'other' }),
      signatureHelpProvider: () => client.sendRequest(SignatureHelpRequest.type, at),
    };
    const providers = Object.keys(told).filter((name) => name.endsWith('Provider'));
    assert.deepEqual(providers.sort(), Object.keys(requests).sort());
    for (const ask of Object.values(requests)) await ask();
  });

  it('sends diagnostics to a client that asks for none, and has no lenses for one that lets nothing be edited', async () => {
    const { client, told, open } = await serving({});
    assert.equal(told.diagnosticProvider, undefined);
    assert.equal(told.codeLensProvider, undefined);
    await assert.rejects(client.sendRequest(CodeLensRequest.type, { textDocument }), {
      code: ErrorCodes.MethodNotFound,
    });
    const sent: (readonly unknown[])[] = [];
    const next = () =>
      new Promise<void>((resolve) => {
        client.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
          sent.push(diagnostics.map(({ code }) => code));
          resolve();
        });
      });
    const shown = next();
    await open(pod);
    await shown;
    const takenBack = next();
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    await takenBack;
    assert.ok(sent[0]?.includes('host-network'), String(sent[0]));
    assert.deepEqual(sent[1], []);
  });

  it('says what it can not read of the options, and starts all the same', async () => {
    const { client, log, open } = await serving({ textDocument: { diagnostic: {} } }, { hasSchemas: 'yes' });
    await open(pod);
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.equal(report.kind, 'full');
    assert.deepEqual(log, ['Initialization options: hasSchemas is true or false, and counts as false.']);
  });

  it('loses one request to a fault', async () => {
    const { client, log, open } = await serving({ textDocument: { diagnostic: {} } });
    await open(pod);
    const nowhere = { textDocument, position: null };
    await assert.rejects(client.sendRequest(HoverRequest.method, nowhere), /could not read untitled:web\.yaml/);
    assert.match(log[0] ?? '', /^untitled:web\.yaml: TypeError/);
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.ok('items' in report && report.items.length > 0);
  });

  it('answers in their order what a client sends behind its hello', async () => {
    const { client, hello, open } = greeting({ textDocument: { diagnostic: {} } });
    const opened = open(pod);
    const report = client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await Promise.all([hello, opened]);
    const answer = await report;
    assert.ok('items' in answer && answer.items.length > 0);
  });
});
