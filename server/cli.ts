import { isMainThread } from 'node:worker_threads';
import { workAsThread } from './commandLine/checkAll';
import { compileLate } from './commandLine/compileLate';
import { runCommandLine } from './commandLine/runCommandLine';

// Threads run this same file, so that the command line ships as one.
if (isMainThread) {
  compileLate();
  void runCommandLine(__filename);
} else {
  void workAsThread();
}
