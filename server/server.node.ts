import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './languageServer/serve';
import { isScanThread, runScanThread } from './languageServer/workspace/scanThread.node';
import { nodeScanWorkers } from './languageServer/workspace/scanWorker.node';
import { diskFiles, diskFilesLater } from './workspace/disk/diskFiles';
import { sha256 } from './workspace/nodeHash';
import { uriOfPath } from './workspace/uris';

if (isScanThread()) {
  // Threads run this same file, so that the engine ships once.
  runScanThread({ hashOf: sha256, now: () => performance.now(), files: diskFiles });
} else if (process.argv.includes('--help')) {
  process.stdout.write('Seaworthy language server.\n\nUsage: server.js --stdio | --node-ipc | --socket=PORT\n');
} else {
  const connection = createConnection(ProposedFeatures.all);
  // Whatever goes wrong outside of a request must not take the other documents down.
  process.on('uncaughtException', (error) =>
    connection.console.error(`Unexpected fault: ${error.stack ?? error.message}`),
  );
  process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected fault: ${String(reason)}`));
  // The snippets are shipped beside the bundle that this runs in.
  const snippetFolder = uriOfPath(path.join(__dirname, '..', 'snippets'));
  const crowdedFolders = [homedir(), tmpdir()].map(uriOfPath);
  const { now } = Date;
  const startWorker = nodeScanWorkers(__filename);
  serve(connection, diskFilesLater, { hashOf: sha256, now, snippetFolder, crowdedFolders, startWorker });
}
