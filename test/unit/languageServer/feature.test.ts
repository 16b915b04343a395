import assert from 'node:assert/strict';
import {
  DidSaveTextDocumentNotification,
  type DidSaveTextDocumentParams,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver';
import { skillsOf } from '../../../server/languageServer/clientSkills';
import { answers, capabilitiesOf, type Feature, follows, listenFor } from '../../../server/languageServer/feature';
import type { RequestType } from '../../../server/protocol/messageTypes';
import { connected } from './connected';

interface TestSession {
  readonly skills: ReturnType<typeof skillsOf>;
  readonly saved: string[];
  readonly logFault: () => void;
}

const textDocument = { uri: 'file:///shop/web.yaml' };
const count: RequestType<{ readonly from?: number }, number> = { method: 'test/count', ifMissing: {} };
const name: RequestType<{ readonly name: string }, string> = { method: 'test/name' };

const handlers = {
  folded: () => [{ startLine: 1, endLine: 2 }],
  hover: () => ({ contents: 'here' }),
  counted: ({ saved }: TestSession, { from = 0 }: { readonly from?: number }) => from + saved.length,
  named: (_: TestSession, asked: { readonly name: string }) => asked.name,
  followSaved: ({ saved }: TestSession, { textDocument }: DidSaveTextDocumentParams) =>
    void saved.push(textDocument.uri),
};
type TestFeature = Feature<TestSession, typeof handlers>;

const folding: TestFeature = {
  capability: () => ({ foldingRangeProvider: true }),
  handlers: [answers(FoldingRangeRequest.type, ({ folded }) => folded)],
};
const forPullers: TestFeature = {
  capability: ({ pullsDiagnostics }) => (pullsDiagnostics ? { hoverProvider: true } : undefined),
  handlers: [answers(HoverRequest.type, ({ hover }) => hover)],
};
const own: TestFeature = {
  capability: () => ({}),
  handlers: [
    answers(count, ({ counted }) => counted),
    answers(name, ({ named }) => named),
    follows(DidSaveTextDocumentNotification.type, ({ followSaved }) => followSaved),
  ],
};

function served(features: readonly TestFeature[], pulls: boolean) {
  const { connect, client } = connected();
  const server = connect();
  const skills = skillsOf(pulls ? { textDocument: { diagnostic: {} } } : {});
  const told = capabilitiesOf(features, skills);
  listenFor(features, server, { skills, saved: [], logFault() {} }, handlers);
  server.listen();
  return { told, client };
}

describe('A feature of the language server', () => {
  it('is told to a client and answered from one row', async () => {
    const { told, client } = served([folding], false);
    assert.deepEqual(told, { foldingRangeProvider: true });
    const answer = await client.sendRequest(FoldingRangeRequest.method, { textDocument });
    assert.deepEqual(answer, [{ startLine: 1, endLine: 2 }]);
  });

  it('is neither told nor answered where it is not for the client', async () => {
    const at = { textDocument, position: { line: 0, character: 0 } };
    const pulling = served([folding, forPullers], true);
    assert.deepEqual(pulling.told, { foldingRangeProvider: true, hoverProvider: true });
    assert.deepEqual(await pulling.client.sendRequest(HoverRequest.method, at), { contents: 'here' });
    const other = served([folding, forPullers], false);
    assert.deepEqual(other.told, { foldingRangeProvider: true });
    await assert.rejects(other.client.sendRequest(HoverRequest.method, at), { code: ErrorCodes.MethodNotFound });
  });

  it('sees the session that its notifications change', async () => {
    const { client } = served([own], false);
    await client.sendNotification(DidSaveTextDocumentNotification.method, { textDocument });
    assert.equal(await client.sendRequest(count.method, { from: 10 }), 11);
  });

  it('is asked without parameters only where something counts in their place', async () => {
    const { client } = served([own], false);
    assert.equal(await client.sendRequest(count.method), 0);
    assert.equal(await client.sendRequest(count.method, null), 0);
    assert.equal(await client.sendRequest(name.method, { name: 'shop' }), 'shop');
    await assert.rejects(client.sendRequest(name.method), { code: ErrorCodes.InvalidParams });
  });
});
