import { PassThrough } from 'node:stream';
import {
  type Connection,
  type ConnectionOptions,
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
  /** Makes the server's end of the connection. */
  readonly connect: (options?: ConnectionOptions) => Connection;
  readonly client: ProtocolConnection;
  /** What the server has logged. */
  readonly log: readonly string[];
}

/** A client that listens already, and what a server connects with it by. */
export function connected(): Connected {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const connect = (options?: ConnectionOptions) =>
    createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back), options);
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const log: string[] = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  client.listen();
  return { connect, client, log };
}
