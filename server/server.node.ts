import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { type ConnectionOptions, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './languageServer/serve';
import { isScanThread } from './languageServer/workspace/isScanThread.node';
import { nodeScanWorkers } from './languageServer/workspace/scanWorker.node';
import { diskFiles, diskFilesLater } from './workspace/disk/diskFiles';
import { sha256 } from './workspace/nodeHash';
import { uriOfPath } from './workspace/uris';

if (isScanThread()) {
  // Threads run this same file, so that the engine ships once.
  void import('./languageServer/workspace/scanThread.node').then(({ runScanThread }) =>
    runScanThread({ hashOf: sha256, now: () => performance.now(), files: diskFiles }),
  );
} else if (process.argv.includes('--help')) {
  process.stdout.write('Seaworthy language server.\n\nUsage: server.js --stdio | --node-ipc | --socket=PORT\n');
} else {
  // The snippets are shipped beside the bundle that this runs in.
  const snippetFolder = uriOfPath(path.join(__dirname, '..', 'snippets'));
  const crowdedFolders = [homedir(), tmpdir()].map(uriOfPath);
  const { now } = Date;
  const startWorker = nodeScanWorkers(__filename);
  const connect = (options: ConnectionOptions) => createConnection(ProposedFeatures.all, options);
  const connection = serve(connect, diskFilesLater, {
    hashOf: sha256,
    now,
    snippetFolder,
    crowdedFolders,
    startWorker,
  });
  // Whatever goes wrong outside of a request must not take the other documents down.
  process.on('uncaughtException', (error) =>
    connection.console.error(`Unexpected fault: ${error.stack ?? error.message}`),
  );
  process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected fault: ${String(reason)}`));
}
