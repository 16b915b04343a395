import type { Connection, ConnectionOptions } from 'vscode-languageserver';
import { version } from '../../package.json';
import type { Files } from '../workspace/files';
import { skillsOf } from './clientSkills';
import { capabilitiesOf } from './feature';
import { features } from './features';
import { heldMessages } from './heldMessages';
import type { ServerMeans } from './startSession';

/**
 * Serves one client until it disconnects. It is told what the server can do for it as soon as it says hello; what does it is
 * loaded, and its session started, with its next message.
 *
 * @param connect makes the connection
 */
export function serve(
  connect: (options: ConnectionOptions) => Connection,
  files: Files,
  means: ServerMeans,
): Connection {
  const held = heldMessages();
  const connection = connect({ messageStrategy: held.messageStrategy });
  connection.onInitialize((params) => {
    held.holdFor(async () => {
      const { startAnswering } = await import('./startAnswering');
      startAnswering(params, { connection, files, ...means });
    });
    const capabilities = capabilitiesOf(features, skillsOf(params.capabilities));
    return { serverInfo: { name: 'Seaworthy', version }, capabilities };
  });
  connection.listen();
  return connection;
}
