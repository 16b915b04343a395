import { PassThrough } from 'node:stream';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  LogMessageNotification,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** A server and a client that talk to each other inside of the test. */
export interface Connected {
  readonly server: Connection;
  readonly client: ProtocolConnection;
  /** What the server has logged. */
  readonly log: readonly string[];
}

/** Connects a server with a client that listens already. */
export function connected(): Connected {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const log: string[] = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  client.listen();
  return { server, client, log };
}
