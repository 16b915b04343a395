#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { workAsThread } from './commandLine/checkAll';
import { compileLate } from './commandLine/compileLate';
import { runCommandLine } from './commandLine/runCommandLine';

const means = { now: Date.now, hash: async () => (await import('./workspace/nodeHash')).sha256 };

// Threads run this same file, so that the command line ships as one.
if (isMainThread) {
  compileLate();
  void runCommandLine(__filename, means);
} else {
  void workAsThread(means);
}
