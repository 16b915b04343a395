import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type ConnectionOptions,
  createConnection,
} from 'vscode-languageserver/browser';
import { serve } from './languageServer/serve';
import { scansInTurns } from './languageServer/workspace/scanInTurns';
import { valueAt } from './unknownJson';
import { memoryFiles } from './workspace/memoryFiles';
import { sha256 } from './workspace/portableHash';

declare const self: DedicatedWorkerGlobalScope;

/** Where the snippets are among the files that are handed in. */
const snippetFolder = 'seaworthy:/snippets';

/*
 * The language server in a web worker. The first message hands in its files, `{ files: [[URI, text], …] }`, snippets among
 * them below `seaworthy:/snippets`; all others are those of the protocol.
 */
self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const files = memoryFiles(filesIn(data));
  const now = () => performance.now();
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  const connect = (options: ConnectionOptions) =>
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options);
  serve(connect, files, {
    hashOf: sha256,
    now,
    snippetFolder,
    crowdedFolders: [],
    startWorker: scansInTurns({ hashOf: sha256, now, files, turn }),
  });
};

function filesIn(data: unknown): Map<string, string> {
  const listed = valueAt(data, 'files');
  if (!Array.isArray(listed))
    throw new Error('The first message has to hand in the files: { files: [[URI, text], …] }.');
  return new Map(listed.filter((entry): entry is [string, string] => Array.isArray(entry) && entry.length === 2));
}
