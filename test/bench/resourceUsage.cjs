// Loaded into a program with `node --require`: says on file descriptor 3, as JSON, what the program has used.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
