import type { Connection } from 'vscode-languageserver';
import { version } from '../../package.json';
import type { Files } from '../workspace/files';
import { listenFor } from './feature';
import { features } from './features';
import { type ServerMeans, startSession } from './startSession';

/** Serves one client until it disconnects: its session starts when it says hello, and is told what the server can do for it. */
export function serve(connection: Connection, files: Files, means: ServerMeans): void {
  connection.onInitialize((params) => {
    const session = startSession(params, { connection, files, ...means });
    return { serverInfo: { name: 'Seaworthy', version }, capabilities: listenFor(features, connection, session) };
  });
  connection.listen();
}
