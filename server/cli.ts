import { isMainThread } from 'node:worker_threads';
import { workAsThread } from './commandLine/checkAll';
import { runCommandLine } from './commandLine/runCommandLine';

// Threads run this same file, so that the command line ships as one.
void (isMainThread ? runCommandLine(__filename) : workAsThread());
