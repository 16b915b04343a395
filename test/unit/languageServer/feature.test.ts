import assert from 'node:assert/strict';
import { DidSaveTextDocumentNotification, ErrorCodes, FoldingRangeRequest, HoverRequest } from 'vscode-languageserver';
import { skillsOf } from '../../../server/languageServer/clientSkills';
import { answers, type Feature, follows, listenFor } from '../../../server/languageServer/feature';
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

const folding: Feature<TestSession> = {
  capability: () => ({ foldingRangeProvider: true }),
  handlers: [answers(FoldingRangeRequest.type, () => [{ startLine: 1, endLine: 2 }])],
};
const forPullers: Feature<TestSession> = {
  capability: ({ pullsDiagnostics }) => (pullsDiagnostics ? { hoverProvider: true } : undefined),
  handlers: [answers(HoverRequest.type, () => ({ contents: 'here' }))],
};
const own: Feature<TestSession> = {
  capability: () => ({}),
  handlers: [
    answers(count, ({ saved }, { from = 0 }) => from + saved.length),
    answers(name, (_, asked) => asked.name),
    follows(DidSaveTextDocumentNotification.type, ({ saved }, params) => void saved.push(params.textDocument.uri)),
  ],
};

function served(features: readonly Feature<TestSession>[], pulls: boolean) {
  const { server, client } = connected();
  const skills = skillsOf(pulls ? { textDocument: { diagnostic: {} } } : {});
  const told = listenFor(features, server, { skills, saved: [], logFault() {} });
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
