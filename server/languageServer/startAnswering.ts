import type { InitializeParams } from 'vscode-languageserver';
import { listenFor } from './feature';
import { features } from './features';
import { handlers } from './handlers';
import { type SessionMeans, startSession } from './startSession';

/** Starts the session of a client that has said hello, and has everything that it can use listen to it. */
export function startAnswering(params: InitializeParams, means: SessionMeans): void {
  listenFor(features, means.connection, startSession(params, means), handlers);
}
