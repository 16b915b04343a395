import assert from 'node:assert/strict';
import type { Message } from 'vscode-languageserver';
import { heldMessages } from '../../../server/languageServer/heldMessages';

const message = (method: string): Message & { readonly method: string } => ({ jsonrpc: '2.0', method });

function holding() {
  const { messageStrategy, holdFor } = heldMessages();
  const events: string[] = [];
  const send = (method: string) =>
    messageStrategy.handleMessage(message(method), () => {
      events.push(method);
    });
  return { send, holdFor, events };
}

describe('Messages that wait for what answers them', () => {
  it('go through at once while there is nothing to wait for', () => {
    const { send, events } = holding();
    send('initialize');
    assert.deepEqual(events, ['initialize']);
  });

  it('have it loaded once, by the first of them, and come in their order', async () => {
    const { send, holdFor, events } = holding();
    let loaded = () => {};
    holdFor(() => {
      events.push('loading');
      return new Promise((resolve) => {
        loaded = () => {
          events.push('loaded');
          resolve();
        };
      });
    });
    assert.deepEqual(events, []);
    const sent = [send('initialized'), send('open')];
    assert.deepEqual(events, ['loading']);
    loaded();
    await Promise.all(sent);
    send('change');
    assert.deepEqual(events, ['loading', 'loaded', 'initialized', 'open', 'change']);
  });

  it('are not lost where it can not be loaded: the fault is told of, and later ones go through', async () => {
    const { send, holdFor, events } = holding();
    holdFor(() => Promise.reject(new Error('The part is missing')));
    await assert.rejects(async () => send('initialized'), /The part is missing/);
    send('shutdown');
    assert.deepEqual(events, ['shutdown']);
  });
});
