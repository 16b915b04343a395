import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { faultLog } from '../../../server/languageServer/faultLog';
import { guardedAnswer, guardedStep } from '../../../server/languageServer/guard';

describe('The guard of messages', () => {
  const uri = 'file:///shop/web.yaml';
  const log: string[] = [];
  const session = { logFault: faultLog({ error: (message) => void log.push(message) }) };
  const hover = {
    method: 'textDocument/hover',
    params: { textDocument: { uri }, position: { line: 0, character: 0 } },
  };
  const broken = () => {
    throw new TypeError('this is undefined');
  };
  const answered = <Answer>(message: { method: string; params: unknown }, answer: () => Answer | Promise<Answer>) =>
    guardedAnswer(session, message, CancellationToken.None, answer);

  beforeEach(() => void log.splice(0));

  it('lets answers through, at once or later', async () => {
    assert.equal(await answered(hover, () => 'at once'), 'at once');
    assert.equal(await answered(hover, async () => 'later'), 'later');
    assert.deepEqual(log, []);
  });

  it('logs a fault with the name of the document, and tells the client where to look', async () => {
    await assert.rejects(answered(hover, broken), {
      message: `Seaworthy could not read ${uri}; its log says why`,
    });
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^file:\/\/\/shop\/web\.yaml: TypeError: this is undefined/);
  });

  it('finds the document wherever a message names it', async () => {
    const messages = [{ uri }, { data: { uri, line: 2 } }, { command: 'lift', arguments: [{ uri }] }];
    for (const params of messages) await assert.rejects(answered({ method: 'any', params }, broken));
    assert.deepEqual(
      log.map((line) => line.startsWith(`${uri}: `)),
      [true, true, true],
    );
  });

  it('names the message where it is about no document', async () => {
    const message = { method: 'seaworthy/serviceFiles', params: { name: 'shop' } };
    await assert.rejects(answered(message, broken), {
      message: 'Seaworthy could not answer seaworthy/serviceFiles; its log says why',
    });
    assert.match(log[0] ?? '', /^seaworthy\/serviceFiles: /);
  });

  it('keeps secrets of a document out of the log', async () => {
    const secret = `ghp_${'Zq3vT8'.repeat(6)}`;
    await assert.rejects(
      answered(hover, () => {
        throw new Error(`unexpected ${secret}`);
      }),
    );
    assert.ok(!(log[0] ?? secret).includes(secret), log[0]);
  });

  it('sends what an answer says itself, and logs nothing', async () => {
    const refusal = new ResponseError(LSPErrorCodes.RequestFailed, 'is larger than 5 MB');
    await assert.rejects(
      answered(hover, () => Promise.reject(refusal)),
      refusal,
    );
    assert.deepEqual(log, []);
  });

  it('does not begin what was cancelled, and does not send what was cancelled meanwhile', async () => {
    const cancelled = { code: LSPErrorCodes.RequestCancelled };
    const source = new CancellationTokenSource();
    let begun = 0;
    const answer = () => {
      begun++;
      source.cancel();
      return 'too late';
    };
    await assert.rejects(guardedAnswer(session, hover, source.token, answer), cancelled);
    await assert.rejects(guardedAnswer(session, hover, source.token, answer), cancelled);
    assert.equal(begun, 1);
    assert.deepEqual(log, []);
  });

  it('logs what goes wrong in following a notification, which nobody waits for', async () => {
    await guardedStep(session, { method: 'seaworthy/tabClosed', params: { uri } }, broken);
    assert.match(log[0] ?? '', /^file:\/\/\/shop\/web\.yaml: TypeError/);
  });
});
